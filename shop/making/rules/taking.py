"""All that one garment takes, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.catalogue.rules import Choices, Cloth, GarmentModel, MakingStage, Trim
from shop.making.rules import cloth as lengths
from shop.making.rules import tasks as work
from shop.making.rules.tasks import Task
from shop.making.rules.trims import Need, bill_of_materials, trims


@dataclass(frozen=True, kw_only=True)
class Making:
    """The tasks, the trims and the length of cloth of one garment."""

    tasks: tuple[Task, ...]
    trims: tuple[Trim, ...]
    cloth_mm: int

    @property
    def minutes(self) -> int:
        """Standard minutes of making it: the sum of its tasks."""
        return work.minutes(self.tasks)

    @property
    def minutes_by_stage(self) -> Mapping[MakingStage, int]:
        """Its minutes at every stage, in the order of the workshop."""
        return work.minutes_by_stage(self.tasks)

    @property
    def materials(self) -> tuple[Need, ...]:
        """What it takes out of the store beside its cloth, every material once."""
        return bill_of_materials(self.trims)


def made_of(model: GarmentModel, choices: Choices, cloth: Cloth) -> Making:
    """Return what the garment takes in this cloth; the cloth decides, not the one in `choices`."""
    return Making(
        tasks=work.tasks(model, choices, cloth),
        trims=trims(model, choices, cloth),
        cloth_mm=lengths.cloth_mm(model, choices, cloth),
    )
