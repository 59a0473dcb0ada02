"""The backups of a project: whole copies in a folder of the user's, the oldest thinned out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from timeline_app.domain import UserError
from timeline_app.services.project_places import PROJECT_SUFFIX, data_folder, unused_path
from timeline_app.services.thinning import kept_backups
from timeline_app.storage.copying import UNFINISHED, restore_database
from timeline_app.storage.summary import ProjectSummary, summarise

Write = Callable[[Path], None]
_NAME = re.compile(r"(\d{4,}) (\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)")
_TIME = "%Y-%m-%dT%H-%M-%SZ"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of a project. `number` counts them as they were made; `made_at` is in UTC."""

    number: int
    made_at: datetime
    path: Path

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self.path.stat().st_size

    @property
    def summary(self) -> ProjectSummary:
        """What is in it. Raises UserError when it cannot be read."""
        return summarise(self.path)


class BackupFolder:
    """Where the backups of one project lie, told by its path.

    They lie with the user's own data and not beside the project: there they can always be written,
    and outlive a folder that is deleted. The names are numbers and times in UTC, which go on
    counting when the clock does not.
    """

    def __init__(self, project: Path, *, now: Callable[[], datetime] | None = None) -> None:
        self._project = project.absolute()
        self._now = now or (lambda: datetime.now(UTC))
        place = sha256(str(self._project).encode(errors="surrogatepass")).hexdigest()[:8]
        self.path = data_folder() / "backups" / f"{self._project.stem} {place}"

    def list(self) -> tuple[Backup, ...]:
        """All of them, in the order in which they were made."""
        if not self.path.is_dir():
            return ()
        found = (_backup_of(path) for path in self.path.iterdir())
        return tuple(sorted(backup for backup in found if backup is not None))

    def keep(self, write: Write) -> Backup:
        """Have a copy of the project written, then let go of those that are too many.

        Raises UserError when it cannot be written; what there was stays.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"No backup can be kept in “{self.path}”: {error.strerror}.") from error
        number = max((backup.number for backup in self.list()), default=0) + 1
        made_at = self._now().astimezone(UTC).replace(microsecond=0)
        self._sweep()
        path = self.path / f"{number:04} {made_at.strftime(_TIME)}{PROJECT_SUFFIX}"
        write(path)
        self._thin_out()
        return Backup(number, made_at, path)

    def restore(self, backup: Backup) -> Path | None:
        """Put a backup in the place of the project, which nobody may have open.

        What was in its place is kept beside it; returns where, None when nothing was. Raises
        UserError; the project is then as it was.
        """
        aside = self._place_aside()
        restore_database(backup.path, self._project, aside)
        return aside if aside.exists() else None

    def _place_aside(self) -> Path:
        moment = self._now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        name = f"{self._project.stem} before {moment}{PROJECT_SUFFIX}"
        return unused_path(self._project.with_name(name))

    def _sweep(self) -> None:
        """Remove what is left of backups in whose middle the program was ended."""
        for left in self.path.glob(f"*{PROJECT_SUFFIX}{UNFINISHED}*"):
            left.unlink(missing_ok=True)

    def _thin_out(self) -> None:
        backups = self.list()
        kept = kept_backups([backup.made_at for backup in backups])
        for place, backup in enumerate(backups):
            if place not in kept:
                backup.path.unlink(missing_ok=True)


def _backup_of(path: Path) -> Backup | None:
    """The backup in a file; None for files of other names, such as one that was cut short."""
    named = _NAME.fullmatch(path.stem)
    if named is None or path.suffix != PROJECT_SUFFIX:
        return None
    try:
        made_at = datetime.strptime(named[2], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(named[1]), made_at, path)
