"""Work that has been promised and is not done."""

from sqlalchemy.orm import Mapped, mapped_column

from shop.infra.db import Model


class PromisedWork(Model):
    __tablename__ = "promised_work"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    minutes: Mapped[int]
    is_done: Mapped[bool] = mapped_column(default=False, index=True)
