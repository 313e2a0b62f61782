import pytest

from factcheck.config import SETTINGS, Config, default_path, load_config
from factcheck.errors import BadInput


def config_of(tmp_path, text):
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_every_setting_can_be_set(tmp_path):
    config = config_of(
        tmp_path,
        """
        person = "Ann Lee"
        theme = "textual-light"
        advance = false
        wording_keeps_mark = true
        parser = false
        organization = "The Arden Post"
        url = "https://example.org"
        [keys]
        "claim.note" = "c,f2"
        [house]
        speech_verbs = ["opine"]
        abbreviations = ["Cllr."]
        names = ["Arden"]
        legal_terms = ["slander"]
        [ratings]
        wrong = "Not so"
        [rules]
        independent_origins = 2
        all_need_review = true
        ticks = "required"
        """,
    )
    assert (config.person, config.theme, config.advance) == ("Ann Lee", "textual-light", False)
    assert config.wording_keeps_mark
    assert config.house_rules().wording_keeps_mark
    assert config.parser is False
    assert config.keys == {"claim.note": "c,f2"}
    assert config.house_lists().speech_verbs == ("opine",)
    assert config.house_rules().independent_origins == 2
    assert config.house_rules().all_need_review
    assert config.house_rules().ticks == "required"
    assert config.ratings == {"wrong": "Not so"}
    assert set(SETTINGS) == {
        "person", "theme", "advance", "wording_keeps_mark", "parser", "organization", "url", "keys", "house",
        "ratings", "rules",
    }  # fmt: skip


def test_no_file_means_the_defaults(monkeypatch, tmp_path):
    monkeypatch.setenv("FACTCHECK_CONFIG", str(tmp_path / "none.toml"))
    assert load_config() == Config(path=tmp_path / "none.toml")
    assert load_config().house_rules().independent_origins == 1
    assert load_config().house_rules().ticks == "warn"


def test_the_file_is_where_the_platform_keeps_settings(monkeypatch, tmp_path):
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_path().name == "config.toml"
    assert tmp_path in default_path().parents


def test_an_empty_file_means_the_defaults(tmp_path):
    assert config_of(tmp_path, "\ufeff").person == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\npersn = "Ann"', "line 2: “persn” is not a setting; did you mean “person”?"),
        ("colour = 1", "line 1: “colour” is not a setting; there are person, theme"),
        ("person = 3", "line 1: “person” has to be text in quotation marks, not 3"),
        ('advance = "yes"', "line 1: “advance” has to be true or false, not 'yes'"),
        (
            "[house]\nspeech_verb = []",
            "line 2: “house.speech_verb” is not a setting; did you mean “speech_verbs”?",
        ),
        ("[house]\nnames = [1]", "line 2: “house.names” has to be a list of texts, not [1]"),
        ("[house]\nnames = ['']", "line 2: “house.names” has to be a list of texts"),
        ("keys = 'x'", "line 1: “keys” has to be a table: [keys]"),
        ("[keys]\n'claim.note' = 1", "“keys.claim.note” has to be text in quotation marks"),
        (
            "[rules]\nall_need_review = 'no'",
            "line 2: “rules.all_need_review” has to be true, false or a number",
        ),
        (
            "[rules]\nticks = 'must'",
            "line 2: “rules.ticks” has to be one of required, warn, off, not 'must'",
        ),
        ("[rules]\nticks = true", "line 2: “rules.ticks” has to be one of required, warn, off, not True"),
        ("person = ", "is not valid TOML: Invalid value (at end of document)"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_file_line_and_setting(tmp_path, text, said):
    with pytest.raises(BadInput) as caught:
        config_of(tmp_path, text)
    assert said in str(caught.value)
    assert str(tmp_path / "config.toml") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_rule_and_an_impossible_one_are_named(tmp_path):
    with pytest.raises(BadInput, match=r"“rules.orgins” is not a setting; there are"):
        config_of(tmp_path, "[rules]\norgins = 2").house_rules()
    with pytest.raises(BadInput, match=r"“rules.independent_origin” is not a setting; did you mean"):
        config_of(tmp_path, "[rules]\nindependent_origin = 2").house_rules()
    with pytest.raises(BadInput, match=r"“rules.independent_origins” .*less than or equal to 9"):
        config_of(tmp_path, "[rules]\nindependent_origins = 99").house_rules()


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    with pytest.raises(BadInput, match="no configuration file"):
        load_config(tmp_path / "none.toml")
    with pytest.raises(BadInput, match="cannot be read: is a directory"):
        load_config(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b'person = "\xe9"')
    with pytest.raises(BadInput, match="not UTF-8"):
        load_config(tmp_path / "latin.toml")
