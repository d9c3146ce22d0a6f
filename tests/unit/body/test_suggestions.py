from qovery_cli.body.suggestions import did_you_mean, listed, nearest


def test_the_most_alike_comes_first():
    assert nearest("brunch", ["url", "branch", "root_path"]) == ("branch",)


def test_case_and_hyphens_do_not_count():
    assert nearest("AUTO-PREVIEW", ["auto_preview"]) == ("auto_preview",)


def test_a_part_of_a_name_is_enough():
    assert nearest("url", ["icon_uri_of_service", "repository_url_of_it"]) == (
        "repository_url_of_it",
    )


def test_nothing_alike_gives_nothing():
    assert nearest("zzz", ["name"]) == ()
    assert did_you_mean(()) is None


def test_a_long_list_is_cut():
    assert listed(["a", "b", "c"]) == "a, b or c"
    assert listed([str(n) for n in range(14)]).endswith("10, 11 and 2 more")
