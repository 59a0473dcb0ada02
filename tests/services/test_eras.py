from timeline_app.domain.time.calendar import instant_at
from timeline_app.services.eras import eras_between


def test_the_eras_of_a_stretch_are_those_that_share_time_with_it() -> None:
    titles = {era.title for era in eras_between(instant_at(1942), instant_at(1943))}

    assert {"World War II", "Soviet era"} <= titles
    assert "World War I" not in titles
    assert "Cold War" not in titles


def test_eras_that_follow_each_other_share_no_time() -> None:
    eras = {era.title: era for era in eras_between(instant_at(1930), instant_at(1950))}

    assert eras["Great Depression"].end == eras["World War II"].begin == instant_at(1939, 7)


def test_an_era_of_one_year_has_all_of_it() -> None:
    eras = eras_between(instant_at(1982), instant_at(1983))
    war = next(era for era in eras if era.title == "Falklands War")

    assert (war.begin, war.end) == (instant_at(1982), instant_at(1983))


def test_eras_of_many_lands_weigh_more() -> None:
    eras = {era.title: era for era in eras_between(instant_at(1950), instant_at(1980))}

    assert eras["Cold War"].weight > eras["Apartheid era"].weight


def test_an_era_that_is_written_small_in_a_text_begins_with_a_capital() -> None:
    eras = eras_between(instant_at(-4000), instant_at(2024))

    assert all(era.title[0].isupper() for era in eras)
    assert not any("?" in era.title for era in eras)
