"""The files of one briefing as the next build will make them, without the rest of the site: for an editor who waits.

What its page says of others is what the last build found; nothing is written or kept.
"""

from ..diagnostics import Diagnostics, errors_in
from ..frozen import replace
from ..parsing.load import display_name, load_bytes
from ..view.later import refill
from .abouts import Abouts
from .linking import later_texts
from .make import Job, World
from .reading import Reading
from .sheets import Sent, make_shard, opened

Files = dict[str, bytes]


def preview(reading: Reading, world: World, path: str) -> tuple[Files, Diagnostics]:
    """Return the files of a briefing by their names, or what is wrong with it.

    Of a briefing that has no page now, or is new, there are none: its lists and relations are not known.
    """
    place = reading.shelf.content / path
    raw, found = load_bytes(reading.shelf, place)
    if raw is None or path not in reading.rows:
        return {}, found
    body = reading.store.rows("SELECT key, html FROM bodies WHERE path = ?", path)
    job = Job(path, display_name(reading.shelf, place), raw, *(body[0] if body else ("", "")))
    (sent,) = make_shard(replace(world, aside=None), [job])
    problems = sent.diagnostics + tuple(copy.diagnostic for copy in sent.copies)
    if sent.problem or errors_in(problems):
        return {}, (*problems, *((sent.problem,) if sent.problem else ()))
    return _filled(sent, reading, world), ()


def _filled(sent: Sent, reading: Reading, world: World) -> Files:
    about, waiting = Abouts(reading, None, {}).of(sent.path), opened(sent.waiting)
    parts = later_texts(sent.head, waiting.relations, about, world)[0] if about and sent.head else {}
    contents = ((sheet, sheet.read()) for sheet in waiting.sheets)
    return {sheet.name: refill(text, sheet.holes, parts) if parts else text for sheet, text in contents}
