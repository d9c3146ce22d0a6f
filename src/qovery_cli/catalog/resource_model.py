"""The records of the table of resources: a kind of resource, and a kind of service."""

from qovery_cli.frozen import record


@record
class Service:
    """Properties of a kind of service, beside those of every resource.

    ``collection`` is the field of all services of the kind in bodies and responses about an
    environment, such as ``applications``. An item of it in the body of a deployment has its id in
    ``bulk_id``, or is the id itself if that is None; ``commit_field`` and ``tag_field`` select the
    version to deploy there, and in the deployment of one service. ``states_operation`` returns the
    states of all services of the kind in an environment, ``links_operation`` the URLs of one
    service; None if the API has none. ``levels`` are the API levels that have the kind, None for
    all.
    """

    collection: str
    levels: tuple[str, ...] | None = None
    bulk_id: str | None = "id"
    commit_field: str | None = None
    tag_field: str | None = None
    states_operation: str | None = None
    links_operation: str | None = None

    def is_at(self, level: str) -> bool:
        """Return true if an API level has the kind."""
        return self.levels is None or level in self.levels

    @property
    def ids_field(self) -> str:
        """The field of ids in bodies that only list services, such as ``application_ids``."""
        return f"{self.collection.removesuffix('s')}_ids"


@record
class Resource:
    """A kind of resource.

    ``parameter`` is the path parameter of its id; ``option`` and ``variable`` are its sources on
    the command line. ``parent`` is the kind that its list belongs to, None for a top-level list.
    ``name_fields`` are dotted paths in an item of the list, the preferred name first; all are
    accepted, and a colon joins several fields to one name. ``get_operation`` is None if the API
    has none. ``console_segment`` precedes its id in console URLs. Names of ``case_sensitive``
    kinds may differ by case only. ``own_scope`` is the ``scope`` of items that belong to the
    parent, if the list includes inherited ones. A ``singleton`` has no name: its list operation
    returns the only one. A ``host_name`` also matches in its international form. ``service`` is
    None for kinds that are not deployed by themselves; ``service_type`` is the name of the kind in
    the API. A service or environment without a ``status_operation`` has its state in those of its
    environment only.

    ``list_path`` is the end of the path of the list, after the id of the parent; it contains
    ``{}`` for that id if it is the whole path. ``segment`` precedes the id of the resource in
    paths. ``id_field`` is the dotted path of the id in an item. The items of a list with
    ``items_field`` are in that field of each of its elements; of a list of services of several
    kinds, only those of the ``service_type`` are items.
    """

    kind: str
    parameter: str
    option: str
    parent: str | None
    list_operation: str
    get_operation: str | None
    name_fields: tuple[str, ...]
    noun: str
    plural: str
    family: str
    list_path: str
    segment: str
    variable: str | None = None
    console_segment: str | None = None
    aliases_of_option: tuple[str, ...] = ()
    case_sensitive: bool = False
    own_scope: str | None = None
    singleton: bool = False
    host_name: bool = False
    status_operation: str | None = None
    service: Service | None = None
    service_type: str | None = None
    id_field: str = "id"
    items_field: str | None = None

    @property
    def infix(self) -> str:
        """The name of the kind in operation ids, such as ``AgenticWorkflow``."""
        return self.segment[0].upper() + self.segment[1:]

    @property
    def group(self) -> str:
        """The group of its commands, such as ``app``."""
        return self.option.removeprefix("--")

    def is_called(self, word: str) -> bool:
        """Return true for the name of the kind, its family or its path parameter."""
        return word in {self.kind, self.family, self.parameter}
