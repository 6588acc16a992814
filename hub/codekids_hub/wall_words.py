"""What a tile of the wall says when it is opened: a plain sentence, a question to ask, a line of praise.

The sentence is for the librarian, the question and the praise are for the child. None of them needs a word of code, gives
an answer away or compares children. Where a beginner and an advanced child are asked differently, both stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from codekids_hub.levels import Level
from codekids_hub.refusals import N_
from codekids_hub.wall import Look, Situation


@dataclass(frozen=True)
class Words:
    """The three lines of a situation."""

    says: str
    asks: str
    praises: str


LOOK_NAMES: Mapping[Look, str] = {
    Look.HAND: N_("Hand up"),
    Look.STUCK: N_("Stuck"),
    Look.LOOP: N_("A program runs on and on"),
    Look.AWAY: N_("Not connected"),
    Look.WORKING: N_("Working"),
    Look.CALM: N_("Calm"),
}

_ANY: Mapping[Situation, Words] = {
    Situation.HAND: Words(
        N_("A hand is up: somebody would like you to come over. You need not know the answer."),
        N_("What have you tried so far? Tell me as if I knew nothing about it."),
        N_("Good that you asked. Asking is part of finding out."),
    ),
    Situation.LOST: Words(
        N_(
            "The device is not in touch: a closed lid, an empty battery or the line. What was written is saved."
        ),
        N_("What do you see on your screen? Does the device still have power?"),
        N_("You stayed calm. Your work is waiting where you left it."),
    ),
    Situation.LOOP: Words(
        N_("A program has been running for long. Nothing breaks: it will be stopped by itself."),
        N_("How should the program notice that it is enough? Show me the place."),
        N_("Everybody who writes programs has made one that never ends. Now you have too."),
    ),
    Situation.LONG_STUCK: Words(
        N_("Many checks in a row were not right. Another pair of eyes helps more now than one more try."),
        N_(
            "Who in this room got past this place? Could they ask you a question, without telling you the answer?"
        ),
        N_("Keeping at it for so long is rare. Let your head rest for two minutes."),
    ),
    Situation.SAME_MISTAKE: Words(
        N_("The same mistake has come back. A hint about it stands under the answer."),
        N_("Read me the hint aloud. Which of its words is about your line?"),
        N_("You came back to it instead of leaving. Now you know where to look."),
    ),
    Situation.STUCK: Words(
        N_("Three checks in a row were not right."),
        N_("What should come out, and what comes out now? Where do the two begin to differ?"),
        N_("You have tried three ways. That is how people find things out."),
    ),
    Situation.NOT_BEGUN: Words(
        N_("No challenge has been opened yet."),
        N_("Which of the questions makes you curious? Open that one; you can always take another."),
        N_("You are taking your time to choose. That is fine."),
    ),
    Situation.QUIET: Words(
        N_("Nothing was written or run for some minutes: thinking, talking, or lost."),
        N_("What is the screen asking you just now? Tell me in your own words."),
        N_("Thinking before typing is a good habit."),
    ),
    Situation.FIRST_SUCCESS: Words(
        N_("The first task of today was right, a moment ago."),
        N_("How did you find out? Tell me in one sentence."),
        N_("You found that out yourself."),
    ),
    Situation.SUCCESS: Words(
        N_("Another task was right, a moment ago."),
        N_("What would happen if you changed one number? Guess first, then try."),
        N_("One more. And you can tell how you got there."),
    ),
    Situation.FINISHED: Words(
        N_("Every task of this challenge is right."),
        N_("What could you make of it that nobody asked for?"),
        N_("You went to the very end of it."),
    ),
    Situation.LATE: Words(
        N_("Came in a few minutes ago."),
        N_("Which group would you like to listen to first?"),
        N_("Good that you are here. There is enough left to find out."),
    ),
    Situation.ALONE: Words(
        N_("Works without a group. That is allowed; perhaps nobody has asked yet."),
        N_("Would you like to see how another group does it, and come back with one idea?"),
        N_("You are finding your own way."),
    ),
    Situation.PAIR: Words(
        N_("Two work on one device."),
        N_("Who has typed more so far? Would you like to swap?"),
        N_("Two heads and one keyboard: that takes real teamwork."),
    ),
    Situation.WORKING: Words(
        N_("Writes, runs and tries things. Nothing for you to do."),
        N_("What are you trying to find out just now?"),
        N_("You try one thing at a time. That is what scientists do."),
    ),
    Situation.GUESSING: Words(
        N_("Is thinking about the big question."),
        N_("What is your first guess, and why?"),
        N_("A guess needs no proof yet. It is brave to say one."),
    ),
    Situation.REVIEWING: Words(
        N_("Listens or shows what was found."),
        N_("What surprised you today?"),
        N_("Now everybody can learn from what you found."),
    ),
    Situation.CALM: Words(
        N_("All calm: reads, or talks with the others."),
        N_("What have you found out so far?"),
        N_("You listen to each other. That helps everybody."),
    ),
}

_ASKED: Mapping[tuple[Situation, Level], str] = {
    (Situation.LOOP, Level.ADVANCED): N_(
        "On what does it depend whether the program goes on? Which line changes that?"
    ),
    (Situation.STUCK, Level.ADVANCED): N_(
        "What is the smallest example that still goes wrong? What should come out of it?"
    ),
    (Situation.SAME_MISTAKE, Level.ADVANCED): N_(
        "What have you changed since you read the hint, and what not?"
    ),
    (Situation.QUIET, Level.ADVANCED): N_(
        "What do you want to find out next? What would be the first small step?"
    ),
    (Situation.FIRST_SUCCESS, Level.ADVANCED): N_(
        "Would it be right with other numbers too? How could you try?"
    ),
    (Situation.FINISHED, Level.ADVANCED): N_(
        "Who is busy with the same thing? Which question could you ask them that helps, without telling the answer?"
    ),
}


def words_for(situation: Situation, level: Level) -> Words:
    """The three lines for a child of this level, in English; whoever shows them translates them."""
    plain = _ANY[situation]
    return Words(plain.says, _ASKED.get((situation, level), plain.asks), plain.praises)
