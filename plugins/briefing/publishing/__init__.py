"""From a built folder to readers: a search index, the last checks, and the hosts a site can be brought to."""
