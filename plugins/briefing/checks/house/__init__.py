"""House rules: what a good desk editor would flag. Each can be switched, and a site brings its own."""
