"""Name sample careers: a thousand names, then the same ones again."""

from dataclasses import dataclass

GROUPS = {  # fields of work, with the names that begin in each
    "Building and public works": ("Bridge", "Flood Defence", "Public Housing"),
    "Culture and leisure": ("Museum", "Heritage", "Archive", "Event", "Playground"),
    "Energy and water": (
        *("Wind Energy", "Solar Energy", "Battery", "Irrigation", "Water Supply"),
    ),
    "Food and farming": ("Forestry", "Dairy", "Grain", "Fisheries", "Greenhouse"),
    "Health and research": ("Hospital", "Laboratory", "Clinical Trial", "Optics"),
    "Making things": (
        *("Textile", "Ceramics", "Packaging", "Printing", "Furniture", "Steel"),
        *("Glass", "Paper", "Recycling"),
    ),
    "Signals and space": ("Satellite", "Radio"),
    "Transport and trade": (
        *("Harbour", "Railway", "Aviation", "Lift", "Road Safety", "Warehouse"),
        "Customs",
    ),
}
FIELDS = (
    *("Harbour", "Railway", "Bridge", "Hospital", "Textile", "Forestry", "Museum"),
    *("Irrigation", "Wind Energy", "Solar Energy", "Battery", "Optics", "Ceramics"),
    *("Packaging", "Recycling", "Water Supply", "Flood Defence", "Aviation", "Lift"),
    *("Printing", "Dairy", "Grain", "Fisheries", "Greenhouse", "Furniture", "Steel"),
    *("Glass", "Paper", "Road Safety", "Public Housing", "Heritage", "Archive"),
    *("Laboratory", "Clinical Trial", "Satellite", "Radio", "Warehouse", "Customs"),
    *("Event", "Playground"),
)
OCCUPATIONS = (
    *("Engineer", "Planner", "Inspector", "Analyst", "Technician", "Coordinator"),
    *("Designer", "Surveyor", "Adviser", "Buyer", "Instructor", "Researcher"),
    *("Manager", "Operator", "Estimator", "Auditor", "Programmer", "Maintainer"),
    *("Scheduler", "Assessor", "Negotiator", "Illustrator", "Mechanic", "Modeller"),
    "Translator",
)


# What else an occupation is called, in the order of those above.
OTHERWISE = (
    *("Engineering Specialist", "Planning Officer", "Examiner", "Data Specialist"),
    *("Service Technician", "Organiser", "Draughtsperson", "Measurer", "Consultant"),
    *("Purchaser", "Trainer", "Scientist", "Director", "Controller", "Cost Planner"),
    *("Examiner of Accounts", "Software Developer", "Caretaker", "Timetabler"),
    *("Evaluator", "Mediator", "Artist", "Fitter", "Simulation Specialist"),
    "Interpreter",
)


@dataclass(frozen=True)
class Names:
    """Fill the name of a guide's career into its texts."""

    name: str
    other_names: str = ""
    group: str = ""

    @property
    def one(self):
        article = "an" if self.name[0] in "AEIOU" else "a"
        return f"{article} {self.name.lower()}"

    @property
    def many(self):
        return f"{self.name.lower()}s"

    def fill(self, text):
        return text.format(
            one=self.one, many=self.many, Many=self.many.capitalize(), name=self.name
        )


def names(number):
    """Return the Names of sample guide `number`, which counts from 1."""
    occupation, field = divmod(number - 1, len(FIELDS))
    occupation %= len(OCCUPATIONS)
    field = FIELDS[field]
    return Names(
        f"{field} {OCCUPATIONS[occupation]}",
        # Several careers are called by the second.
        f"{field} {OTHERWISE[occupation]}, {OTHERWISE[occupation]}",
        next(group for group, fields in GROUPS.items() if field in fields),
    )
