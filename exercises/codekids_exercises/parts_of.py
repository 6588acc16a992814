"""The parts of challenges in the teacher's form, as they are released."""

from collections.abc import Mapping, Sequence

from codekids_exercises.blocks import Wanted, learnt, right_orders
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.localise import code_in, inputs_in
from codekids_exercises.parts import Parts, options_in
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source_form import SourceChallenge

_STEP = "parsons"


def parts_of(
    challenges: Sequence[SourceChallenge], *, prelude: str = PRELUDE, run: Runner = run_here
) -> Mapping[tuple[str, str], Parts]:
    """The parts of each challenge in each language, by the challenge's id and the language.

    The right orders of blocks are looked for in one language: code is the same in all.
    """
    mixed = [it for it in challenges if _STEP in it.code and _STEP in it.words[LANGUAGES[0]].texts.steps]
    first = [_wanted(it, LANGUAGES[0]) for it in mixed]
    orders = right_orders(first, LANGUAGES[0], prelude=prelude, run=run)
    found: dict[tuple[str, str], Parts] = {}
    for language in LANGUAGES:
        blocks = learnt([_wanted(it, language) for it in mixed], orders, language, prelude=prelude, run=run)
        by_id = dict(zip((it.id for it in mixed), blocks, strict=True))
        for it in challenges:
            prose = it.words[language].texts.steps.get("predict", "")
            found[it.id, language] = Parts(options_in(prose), by_id.get(it.id))
    return found


def _wanted(it: SourceChallenge, language: str) -> Wanted:
    key = f"{it.set_id}/{it.id}"
    return Wanted(key, code_in(it, language)[_STEP], inputs_in(it, _STEP, language))
