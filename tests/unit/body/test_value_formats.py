import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.body.coerce import coerce_all
from qovery_cli.body.datetimes import DAYS
from qovery_cli.body.target import Target
from qovery_cli.body.units import UNITS
from qovery_cli.body.value_formats import VALUE_FORMATS, parse_value
from qovery_cli.errors import UsageError
from qovery_cli.frozen import changed

LEVEL = "1.0.4"
TARGET = Target("--it", LEVEL)
BODY = catalog.operation("createApplication").body
PORTS = schemas.field(BODY, "ports", LEVEL)
VOLUMES = schemas.field(BODY, "storage", LEVEL)
TEXTS = (
    st.text(alphabet="0123456789.:/,=\"'\\{}[]-mMGB apublic", max_size=20)
    | st.text(max_size=15)
    | st.text(alphabet=st.characters(codec=None), max_size=5)
)


def parse(form, *texts):
    return parse_value(form, list(texts), TARGET)[0]


def ports(*texts):
    return coerce_all(parse("port", *texts), PORTS, TARGET)


def volumes(*texts):
    return coerce_all(parse("volume", *texts), VOLUMES, TARGET)


def refusal(form, text):
    with pytest.raises(UsageError) as caught:
        parse_value(form, text, TARGET)
    return caught.value


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("8080", {"internal_port": 8080}),
        ("8080:443", {"internal_port": 8080, "external_port": 443, "publicly_accessible": True}),
        (
            "8080:443/http,public",
            {
                "internal_port": 8080,
                "external_port": 443,
                "protocol": "HTTP",
                "publicly_accessible": True,
            },
        ),
        (
            "8080:443,private",
            {"internal_port": 8080, "external_port": 443, "publicly_accessible": False},
        ),
        (
            "9000/tcp,name=admin,default",
            {"internal_port": 9000, "protocol": "TCP", "name": "admin", "is_default": True},
        ),
        ("80,PUBLIC", {"internal_port": 80, "publicly_accessible": True}),
        ('80,name="a,b\\"c"', {"internal_port": 80, "name": 'a,b"c'}),
        (
            "80:443,publicly_accessible=false",
            {"internal_port": 80, "external_port": 443, "publicly_accessible": False},
        ),
        ("internal_port=80,is_default=yes", {"internal_port": 80, "is_default": True}),
        ('{"internal_port": 80, "unheard_of": 1}', {"internal_port": 80, "unheard_of": 1}),
    ],
)
def test_port_as_short_form_pairs_or_json(text, port):
    assert ports(text) == [port]


def test_several_ports_in_one_json_list():
    assert ports('[{"internal_port": 1}]', "2") == [{"internal_port": 1}, {"internal_port": 2}]


@pytest.mark.parametrize(
    "text", ["", "web", "0", "65536", "80:0", "80:x", "-80", "80/", "80/http2,public", "80,open"]
)
def test_invalid_port_is_rejected_with_examples(text):
    message = refusal("port", text).message
    assert message == (
        f"Invalid --it {text!r}: expected a port such as 8080 or 8080:443/http,public."
    )


@given(
    st.integers(1, 65535),
    st.none() | st.integers(1, 65535),
    st.none() | st.sampled_from(["HTTP", "GRPC", "TCP", "UDP"]),
    st.none() | st.booleans(),
    st.none()
    | st.text(min_size=1, alphabet=st.characters(codec="utf-8", exclude_categories=["C"])),
)
def test_short_form_of_a_port_equals_its_pairs(internal, external, protocol, public, name):
    short = str(internal) + (f":{external}" if external else "")
    short += f"/{protocol.lower()}" if protocol else ""
    pairs = f"internal_port={internal}" + (f",external_port={external}" if external else "")
    pairs += f",protocol={protocol}" if protocol else ""
    if public is not None:
        short += ",public" if public else ",private"
    if public is not None or external:
        pairs += f",publicly_accessible={str(public is not False).lower()}"
    if name is not None:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        short, pairs = f'{short},name="{quoted}"', f'{pairs},name="{quoted}"'
    assert ports(short) == coerce_all([pairs], PORTS, TARGET)


@pytest.mark.parametrize(
    ("text", "volume"),
    [
        ("10GB:/data", {"mount_point": "/data", "size": 10}),
        ("10:/data", {"mount_point": "/data", "size": 10}),
        ("1TB:/a.b=c", {"mount_point": "/a.b=c", "size": 1024}),
        ("10GB:/a:b", {"mount_point": "/a:b", "size": 10}),
        (
            "4GB:/data,type=FAST_SSD",
            {"mount_point": "/data", "size": 4, "type": "FAST_SSD"},
        ),
        ("mount_point=/data,size=10", {"mount_point": "/data", "size": 10}),
        ('{"mount_point": "/data", "size": 10}', {"mount_point": "/data", "size": 10}),
    ],
)
def test_volume_as_short_form_pairs_or_json(text, volume):
    assert volumes(text.replace("/a.b=c", "/a.b\\=c")) == [volume]


@pytest.mark.parametrize("text", ["", "/data", "10GB", "10GB:data", "10XB:/data", "1MB:/d", ":/d"])
def test_invalid_volume_is_rejected_with_examples(text):
    assert "such as 10GB:/data or 1TB:/var/lib/data" in refusal("volume", text).message


@given(st.integers(1, 10**6), st.sampled_from(["/data", "/var/lib/x", "/a b"]))
def test_short_form_of_a_volume_equals_its_pairs(size, path):
    pairs = f"mount_point={path},size={size}"
    assert volumes(f"{size}GB:{path}") == coerce_all([pairs], VOLUMES, TARGET)


@given(st.lists(st.sampled_from(DAYS), min_size=1, unique=True))
def test_short_day_names_are_converted(days):
    assert parse("weekdays", ",".join(day[:2].lower() for day in days)) == days
    assert parse("weekdays", *days) == days


def test_repeated_day_is_sent_once():
    assert parse("weekdays", "mon-tue", "tue") == ["MONDAY", "TUESDAY"]


@given(
    st.integers(),
    st.sampled_from([name for name in VALUE_FORMATS if VALUE_FORMATS[name].metavar == "SIZE"]),
)
def test_plain_number_is_unchanged(number, form):
    target = changed(TARGET, minimum=number)
    assert parse_value(form, str(number), target) == (str(number), {})


@pytest.mark.parametrize(
    ("text", "unit", "least"),
    [("9", "millicores", None), ("15", "MB", None), ("0", "MB", None), ("4", "seconds", 5)],
)
def test_implausibly_small_number_needs_a_unit(text, unit, least):
    target = changed(TARGET, minimum=least)
    with pytest.raises(UsageError, match=f"Invalid --it {text}: expected at least"):
        parse_value(unit, text, target)
    base = UNITS[unit].shown[-1]
    assert parse_value(unit, f"{text}{base}", target) == (text, {})
    assert parse_value(unit, text, changed(target, known_only=False)) == (text, {})


def test_minimum_of_the_field_overrides_that_of_the_unit():
    assert parse_value("MB", "1", changed(TARGET, minimum=1)) == ("1", {})


def test_number_with_a_unit_is_converted():
    assert parse_value("millicores", "0.5", TARGET) == ("500", {})


def test_invalid_number_is_rejected_with_examples():
    message = refusal("MB", "1KB").message
    assert message == "Invalid --it '1KB': expected a size in whole MB such as 512MB or 1GB."


def test_long_invalid_text_is_truncated():
    assert len(refusal("MB", "x" * 500).message) < 130


def test_zone_of_a_time_sets_the_sibling_field():
    value = parse_value("time", "08:00 Europe/Paris", TARGET)
    assert value == ("1970-01-01T08:00:00Z", {"timezone": "Europe/Paris"})


@pytest.mark.parametrize("text", ["2026-01-31T08:00:00Z", "1970-01-01 08:00:00+02:00"])
def test_date_time_is_unchanged(text):
    assert parse_value("time", text, TARGET) == (text, {})


def test_unknown_zone_suggests_a_similar_one():
    error = refusal("zone", "Europe/Pari")
    assert (
        error.message
        == "Invalid --it 'Europe/Pari': expected a time zone such as Europe/Paris or UTC."
    )
    assert "Europe/Paris" in error.hint


def test_year_of_an_expiry_sets_the_sibling_field():
    assert parse_value("expiry", "06/29", TARGET) == ("6", {"expiry_year": "2029"})
    assert parse_value("expiry", "6", TARGET) == ("6", {})


@pytest.mark.parametrize("value", [None, True, 5, ["a", 1], {"a": 1}])
def test_non_string_value_is_unchanged(value):
    assert parse_value("port", value, TARGET) == (value, {})


@pytest.mark.parametrize("form", sorted(VALUE_FORMATS))
def test_invalid_text_is_unchanged_without_validation(form):
    free = Target("--it", LEVEL, known_only=False)
    assert parse_value(form, "unheard of", free) == ("unheard of", {})


@pytest.mark.parametrize("form", sorted(VALUE_FORMATS))
def test_examples_of_a_format_are_valid(form, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "charts").mkdir()
    for name in ("values.yaml", "charts/values.yaml"):
        (tmp_path / name).write_text("replicas: 2\n")
    for example in VALUE_FORMATS[form].examples:
        assert parse_value(form, example.strip("'"), TARGET)[0]


@given(TEXTS, st.sampled_from(sorted(VALUE_FORMATS)), st.booleans())
@settings(max_examples=400)
def test_any_text_is_parsed_or_a_usage_error(text, form, known_only):
    try:
        value, _ = parse_value(form, text, Target("--it", LEVEL, known_only))
    except UsageError:
        return
    assert isinstance(value, str) or (form == "weekdays" and set(value) <= set(DAYS))
