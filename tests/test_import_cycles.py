"""No module of the product imports itself by way of others, within functions either."""

from graphlib import TopologicalSorter

import grimp


def test_modules_import_each_other_in_one_direction():
    graph = grimp.build_graph(
        *("kogu", "home", "events", "directory", "search"), exclude_type_checking_imports=True
    )
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    # Raises CycleError, which names the modules.
    assert list(TopologicalSorter(imports).static_order())
