"""Name sample careers: a thousand names, then the same ones again."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Names:
    """Fill the name of a guide's career into its texts."""

    name: str

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
    return Names(f"{FIELDS[field]} {OCCUPATIONS[occupation % len(OCCUPATIONS)]}")
