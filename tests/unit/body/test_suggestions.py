from qovery_cli.body.suggestions import did_you_mean, listed, nearest


def test_most_similar_name_comes_first():
    assert nearest("brunch", ["url", "branch", "root_path"]) == ("branch",)


def test_case_and_hyphens_are_ignored():
    assert nearest("AUTO-PREVIEW", ["auto_preview"]) == ("auto_preview",)


def test_substring_matches():
    assert nearest("url", ["icon_uri_of_service", "repository_url_of_it"]) == (
        "repository_url_of_it",
    )


def test_no_similar_name_returns_nothing():
    assert nearest("zzz", ["name"]) == ()
    assert did_you_mean(()) is None


def test_long_list_is_truncated():
    assert listed(["a", "b", "c"]) == "a, b or c"
    assert listed([str(n) for n in range(14)]).endswith("10, 11 and 2 more")
