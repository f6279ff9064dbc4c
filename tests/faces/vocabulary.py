"""List the words of schema.org that pages use: what has which property, and of what.

Written by us from the definitions at schema.org, for these types and properties alone.
"""

PARENTS = {
    "Thing": None,
    "CreativeWork": "Thing",
    "Article": "CreativeWork",
    "Dataset": "CreativeWork",
    "DataCatalog": "CreativeWork",
    "MediaObject": "CreativeWork",
    "ImageObject": "MediaObject",
    "DataDownload": "MediaObject",
    "Comment": "CreativeWork",
    "Question": "Comment",
    "Answer": "Comment",
    "WebSite": "CreativeWork",
    "WebPage": "CreativeWork",
    "FAQPage": "WebPage",
    "CollectionPage": "WebPage",
    "Intangible": "Thing",
    "Occupation": "Intangible",
    "ItemList": "Intangible",
    "BreadcrumbList": "ItemList",
    "ListItem": "Intangible",
    "EntryPoint": "Intangible",
    "StructuredValue": "Intangible",
    "PropertyValue": "StructuredValue",
    "QuantitativeValueDistribution": "StructuredValue",
    "MonetaryAmountDistribution": "QuantitativeValueDistribution",
    "Action": "Thing",
    "SearchAction": "Action",
    "Organization": "Thing",
    "Place": "Thing",
}
TEXT, URL, NUMBER, BOOLEAN, DATE = "Text", "URL", "Number", "Boolean", "Date"
# A property: the types that have it, and what it may be.
PROPERTIES = {
    "name": ({"Thing"}, {TEXT}),
    "url": ({"Thing"}, {URL}),
    "description": ({"Thing"}, {TEXT}),
    "alternateName": ({"Thing"}, {TEXT}),
    "identifier": ({"Thing"}, {TEXT, URL, "PropertyValue"}),
    "image": ({"Thing"}, {URL, "ImageObject"}),
    "potentialAction": ({"Thing"}, {"Action"}),
    "headline": ({"CreativeWork"}, {TEXT}),
    "inLanguage": ({"CreativeWork"}, {TEXT}),
    "datePublished": ({"CreativeWork"}, {DATE}),
    "dateModified": ({"CreativeWork"}, {DATE}),
    "license": ({"CreativeWork"}, {URL, TEXT}),
    "isAccessibleForFree": ({"CreativeWork"}, {BOOLEAN}),
    "publisher": ({"CreativeWork"}, {"Organization"}),
    "about": ({"CreativeWork"}, {"Thing"}),
    "encoding": ({"CreativeWork"}, {"MediaObject"}),
    "mainEntity": ({"CreativeWork"}, {"Thing"}),
    "text": ({"CreativeWork"}, {TEXT}),
    "version": ({"CreativeWork"}, {TEXT, NUMBER}),
    "temporalCoverage": ({"CreativeWork"}, {TEXT}),
    "spatialCoverage": ({"CreativeWork"}, {"Place"}),
    "exampleOfWork": ({"CreativeWork"}, {"CreativeWork"}),
    "isBasedOn": ({"CreativeWork"}, {URL, "CreativeWork"}),
    "encodingFormat": ({"CreativeWork", "MediaObject"}, {TEXT}),
    "contentUrl": ({"MediaObject"}, {URL}),
    "variableMeasured": ({"Dataset"}, {TEXT, "PropertyValue"}),
    "distribution": ({"Dataset"}, {"DataDownload"}),
    "includedInDataCatalog": ({"Dataset"}, {"DataCatalog"}),
    "unitText": ({"PropertyValue"}, {TEXT}),
    "acceptedAnswer": ({"Question"}, {"Answer"}),
    "itemListElement": ({"ItemList"}, {"ListItem"}),
    "position": ({"ListItem"}, {NUMBER}),
    "item": ({"ListItem"}, {URL, "Thing"}),
    "logo": ({"Organization"}, {URL, "ImageObject"}),
    "target": ({"Action"}, {"EntryPoint"}),
    "urlTemplate": ({"EntryPoint"}, {TEXT}),
    "query-input": ({"SearchAction"}, {TEXT}),  # an annotation of an action's input
    "estimatedSalary": ({"Occupation"}, {"MonetaryAmountDistribution"}),
    "currency": ({"MonetaryAmountDistribution"}, {TEXT}),
    "duration": ({"QuantitativeValueDistribution"}, {TEXT}),
    **{
        name: ({"QuantitativeValueDistribution"}, {NUMBER})
        for name in (
            *("median", "percentile10", "percentile25"),
            *("percentile75", "percentile90"),
        )
    },
}


def ancestors(kind):
    found = []
    while kind:
        found.append(kind)
        kind = PARENTS[kind]
    return set(found)


def faults(node, path=""):
    """Yield what is wrong with a node: unknown words, empty values, wrong kinds."""
    if set(node) == {"@id"}:
        return
    kind = node["@type"]
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        where = f"{path}/{kind}.{name}"
        if name not in PROPERTIES:
            yield f"{where} is unknown"
            continue
        domains, ranges = PROPERTIES[name]
        if not domains & ancestors(kind):
            yield f"{where} is of others"
        values = value if isinstance(value, list) else [value]
        if not values:
            yield f"{where} is empty"
        for one in values:
            if one in ("", None):
                yield f"{where} is empty"
            elif isinstance(one, dict):
                if set(one) != {"@id"} and not ranges & ancestors(one["@type"]):
                    yield f"{where} is no {one['@type']}"
                yield from faults(one, where)
            elif not _is_of(one, ranges):
                yield f"{where} is {one!r}"


def _is_of(value, ranges):
    if isinstance(value, bool):
        return BOOLEAN in ranges
    if isinstance(value, int | float):
        return NUMBER in ranges
    is_address = value.startswith(("http://", "https://")) and " " not in value
    return TEXT in ranges or DATE in ranges or (URL in ranges and is_address)
