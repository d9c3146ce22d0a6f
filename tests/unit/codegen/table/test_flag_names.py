import pytest

from qovery_cli.codegen.table.flag_names import identifier, kebab


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("name", "name"),
        ("git_repository.url", "git-repository-url"),
        ("toUpdate", "to-update"),
        ("lastSeconds", "last-seconds"),
        ("aws.vpc.enable_s3", "aws-vpc-enable-s3"),
        ("QOVERY_X", "qovery-x"),
        ("__odd__", "odd"),
    ],
)
def test_a_name_of_the_api_as_it_is_typed(name, flag):
    assert kebab(name) == flag


def test_a_flag_as_a_name_of_python():
    assert identifier("--git-repository-url") == "git_repository_url"


@pytest.mark.parametrize("word", ["as", "from", "class", "import"])
def test_a_flag_that_is_a_word_of_python_gets_an_underscore(word):
    assert identifier(f"--{word}") == f"{word}_"
