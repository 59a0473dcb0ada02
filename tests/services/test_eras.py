from timeline_app.domain.time.calendar import instant_at
from timeline_app.services.eras import eras_between


def test_the_eras_of_a_stretch_are_those_that_share_time_with_it() -> None:
    titles = {era.title for era in eras_between(instant_at(1942), instant_at(1943))}

    assert {"World War II", "Soviet era"} <= titles
    assert "World War I" not in titles
    assert "Cold War" not in titles


def test_an_era_lasts_until_the_end_of_its_last_year() -> None:
    war = next(
        e for e in eras_between(instant_at(1914), instant_at(1915)) if e.title == "World War I"
    )

    assert (war.begin, war.end) == (instant_at(1914), instant_at(1919))


def test_an_era_that_is_written_small_in_a_text_begins_with_a_capital() -> None:
    eras = eras_between(instant_at(-4000), instant_at(2024))

    assert all(era.title[0].isupper() for era in eras)
    assert not any("?" in era.title for era in eras)
