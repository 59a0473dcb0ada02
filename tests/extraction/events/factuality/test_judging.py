"""Whether it happened: by trees as the model reads them, and by trees written by hand."""

from __future__ import annotations

import pytest

from tests.extraction.model.trees import tree
from timeline_app.domain import Factuality, TextRange
from timeline_app.extraction.events.factuality.judging import Judgement, judge
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.model.event_classes import class_of
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.verb_groups import verb_form

HAPPENED, UNDER_WAY, SAID, PLANNED, POSSIBLE, DENIED = (
    Factuality.HAPPENED,
    Factuality.UNDER_WAY,
    Factuality.SAID,
    Factuality.PLANNED,
    Factuality.POSSIBLE,
    Factuality.DENIED,
)


def _judged(sentence: ParsedSentence, word: str, *, lies_ahead: bool = False) -> Judgement:
    index = next(i for i, each in enumerate(sentence.words) if each.form == word)
    event = TaggedEvent(index, class_of(sentence, index), verb_form(sentence, index), 1.0)
    return judge(sentence, event, lies_ahead=lies_ahead)


def _read(models: Models, text: str) -> ParsedSentence:
    (sentence,) = models.language.read(text, [TextRange(0, len(text))])
    return sentence


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Russia captured a village.", "captured", HAPPENED),
        ("The minister was forced to resign.", "resign", HAPPENED),
        ("The first woman to climb the mountain died on Friday.", "climb", HAPPENED),
        ("28 July 1914: Austria-Hungary declares war on Serbia", "declares", HAPPENED),
        ("Not only did he win, he broke the record.", "win", HAPPENED),
        ("The school was almost demolished.", "demolished", DENIED),
        ("Profit almost doubled.", "doubled", HAPPENED),
        ("He refused to sign the treaty.", "refused", HAPPENED),
        # ahead
        ("Ministers are to meet in Paris on Friday.", "meet", PLANNED),
        ("The trial is scheduled to begin on Monday.", "scheduled", PLANNED),
        ("The trial is scheduled to begin on Monday.", "begin", PLANNED),
        ("Kim is due to visit Moscow next week.", "visit", PLANNED),
        ("Lee plans to close the plant.", "plans", PLANNED),
        ("Lee is going to close the plant.", "going", PLANNED),
        ("The president will hold a summit in May.", "hold", PLANNED),
        ("Israel has agreed to withdraw its troops.", "withdraw", PLANNED),
        ("The minister said he would resign.", "resign", PLANNED),
        ("China Eastern Airlines to purchase twenty new jets", "purchase", PLANNED),
        ("The new plane will be the largest in the world.", "be", PLANNED),
        # open
        ("They announced it as a means of modernising the fleet.", "modernising", POSSIBLE),
        ("If he wins, he will cut the aid.", "wins", POSSIBLE),
        ("If he wins, he will cut the aid.", "cut", POSSIBLE),
        ("He wants to leave the union.", "wants", POSSIBLE),
        ("He wants to leave the union.", "leave", POSSIBLE),
        ("They fear that he will cut the aid.", "cut", POSSIBLE),
        ("The army sent the troops to train and fight in Ukraine.", "fight", POSSIBLE),
        ("The president urged them to stop the attack.", "stop", POSSIBLE),
        ("He could have been killed.", "killed", POSSIBLE),
        ("Adding more soldiers will put pressure on the army.", "put", POSSIBLE),
        ("Did the troops enter Kursk?", "enter", POSSIBLE),
        ("Stop the attack!", "Stop", POSSIBLE),
        ("Cats eat mice.", "eat", POSSIBLE),
        # denied
        ("They won’t limit the use.", "limit", DENIED),
        ("He could not reach the top.", "reach", DENIED),
        ("No one died in the crash.", "died", DENIED),
        ("He failed to win the race.", "win", DENIED),
        ("He refused to sign the treaty.", "sign", DENIED),
        ("Officials denied that the plant had leaked.", "leaked", DENIED),
        ("He denied taking bribes.", "taking", DENIED),
        ("She left without paying the bill.", "paying", DENIED),
        # said
        ("Troops left the town, Putin said on Monday.", "left", SAID),
        ("“We took the town,” Zelensky said.", "took", SAID),
        ("According to Rutte, the troops entered Kursk.", "entered", SAID),
        ("The minister allegedly took bribes.", "took", SAID),
        ("He is said to have taken bribes.", "taken", SAID),
        ("Rutte did not confirm that troops had entered Kursk.", "entered", SAID),
        ("Rutte confirmed that troops had entered Kursk.", "entered", HAPPENED),
        # under way
        ("Russia is struggling against Ukraine.", "struggling", UNDER_WAY),
        ("Russia has been shelling the town.", "shelling", UNDER_WAY),
        ("Russia continues to shell the town.", "continues", UNDER_WAY),
        ("Russia continues to shell the town.", "shell", UNDER_WAY),
    ],
)
def test_clauses(models: Models, text: str, word: str, expected: Factuality) -> None:
    judged = _judged(_read(models, text), word)
    assert judged.factuality is expected, judged.why
    assert judged.why.endswith(".")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The election could bring bad news.", "election", HAPPENED),
        ("The attack might delay the vote.", "attack", HAPPENED),
        ("The planned summit worried Berlin.", "summit", PLANNED),
        ("Talks are planned for March.", "Talks", PLANNED),
        ("The vote was postponed.", "vote", PLANNED),
        ("The president will hold a summit in May.", "summit", PLANNED),
        ("The talks will take place in Geneva.", "talks", PLANNED),
        ("He called for talks between the sides.", "talks", POSSIBLE),
        ("He threatened a strike.", "strike", POSSIBLE),
        ("The incident could trigger a war.", "war", POSSIBLE),
        ("The incident could prolong the war.", "war", HAPPENED),
        ("They could not sign an agreement.", "agreement", DENIED),
        ("Lawmakers rejected the proposal.", "proposal", HAPPENED),
        ("A possible strike worried the firm.", "strike", POSSIBLE),
        ("The government cancelled the summit.", "summit", DENIED),
        ("Police prevented an attack.", "attack", DENIED),
        ("There was no attack.", "attack", DENIED),
        ("A court refused to ban the strike.", "strike", HAPPENED),
        ("The alleged murder shocked the town.", "murder", SAID),
        ("Rebels launched an attack on the town.", "attack", HAPPENED),
    ],
)
def test_nouns_by_their_own_modifiers(
    models: Models, text: str, word: str, expected: Factuality
) -> None:
    judged = _judged(_read(models, text), word)
    assert judged.factuality is expected, judged.why


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The election next week could bring bad news.", "election"),
        ("The summit opens on Tuesday.", "opens"),
        ("Putin is meeting Kim tomorrow.", "meeting"),
    ],
)
def test_what_has_its_time_ahead_is_planned(models: Models, text: str, word: str) -> None:
    assert _judged(_read(models, text), word, lies_ahead=True).factuality is PLANNED


@pytest.mark.parametrize(
    ("text", "word", "reporter", "source"),
    [
        ("Troops left the town, Putin said on Monday.", "left", "said", "Putin"),
        ("The minister said he would resign.", "resign", "said", "The minister"),
        (
            "The troops entered Kursk, according to NATO Secretary-General Mark Rutte.",
            "entered",
            "according",
            "NATO Secretary - General Mark Rutte",
        ),
        ("Rutte confirmed that troops had entered Kursk.", "entered", "confirmed", "Rutte"),
        ("The minister allegedly took bribes.", "took", "allegedly", ""),
        (
            "The members approved the deal by a wide margin, according to the union.",
            "approved",
            "according",
            "the union",
        ),
    ],
)
def test_who_says_so(models: Models, text: str, word: str, reporter: str, source: str) -> None:
    sentence = _read(models, text)
    judged = _judged(sentence, word)
    assert judged.reporter is not None
    assert sentence.words[judged.reporter].form == reporter
    assert " ".join(sentence.words[each].form for each in judged.source_words) == source


def test_a_relative_clause_is_told_by_the_article(models: Models) -> None:
    text = "Officials said the attack, which killed nine people, was a response."
    judged = _judged(_read(models, text), "killed")
    assert (judged.factuality, judged.reporter) == (HAPPENED, None)


def test_a_verb_below_a_verb_that_carries_its_truth() -> None:
    sentence = tree(
        "They they PRON PRP 3 nsubj",
        "might might AUX MD 3 aux",
        "begin begin VERB VB 0 root",
        "to to PART TO 5 mark",
        "leave leave VERB VB 3 xcomp",
        "town town NOUN NN 5 obj",
    )
    judged = _judged(sentence, "leave")
    assert (judged.factuality, judged.why) == (POSSIBLE, "“might” says only that it may be.")


def test_a_side_clause_goes_with_the_future_of_its_main_clause() -> None:
    sentence = tree(
        "He he PRON PRP 3 nsubj",
        "will will AUX MD 3 aux",
        "resign resign VERB VB 0 root",
        "when when SCONJ WRB 6 mark",
        "parliament parliament NOUN NN 6 nsubj",
        "meets meet VERB VBZ 3 advcl",
    )
    assert _judged(sentence, "meets").factuality is PLANNED


def test_a_tree_of_ten_thousand_words_below_one_is_judged_at_once() -> None:
    rows = ["said say VERB VBD 0 root", *(["left leave VERB VBD 1 ccomp"] * 10_000)]
    sentence = tree(*rows)
    judged = [
        judge(sentence, TaggedEvent(i, "OCCURRENCE", verb_form(sentence, i), 1.0))
        for i in range(1, 10_000, 10)
    ]
    assert {each.factuality for each in judged} == {SAID}
