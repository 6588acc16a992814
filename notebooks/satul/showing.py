"""``show_to_all``: holds the picture of this notebook up to the child's group, for the review of the club's session.

What is sent is the picture as it was shown, and its description; never a line of the program.
"""

from satul import notebook, telling
from satul.commands import word
from satul.errors import KindError
from satul.words import say


def show_to_all() -> None:
    """Hold up what this cell drew or charted, else the last picture of this notebook."""
    book = notebook.current()
    if book is None or notebook.judging():
        return  # a judge runs us
    picture = book.picture()
    if picture is None:
        raise KindError("showing.nothing", name=f"{word('show_to_all')}()")
    from satul import settings
    from satul.club import Away, Club, Refused

    around = settings.read()
    if not (around.club_api and around.token):
        raise KindError("exchange.not_connected")
    try:
        group = Club(around.club_api, around.token).hold_up(picture.svg, picture.alt)
    except Away:
        raise KindError("exchange.away") from None
    except Refused as refused:
        raise KindError.told(str(refused)) from None
    sentence = say("showing.group", group=group) if group else say("showing.alone")
    telling.tell(sentence, tone="good")
