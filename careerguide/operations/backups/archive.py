"""Read a backup file, which may be damaged, or made to do harm."""

import gzip
import hashlib
import json
import shutil
import tarfile
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import PurePosixPath

from careerguide.operations.errors import OperationError

from .archive_format import (
    CHUNK,
    DATA,
    DATABASES,
    FORMAT,
    MANIFEST,
    MEDIA,
    SEAL,
    SEAL_LENGTH,
    is_safe,
)

MOST_MANIFEST_BYTES = 256_000_000
DAMAGED = "{path} is damaged ({reason}): take another backup."


class Archive:
    """A backup that was read through once and is whole; `manifest` says the rest."""

    def __init__(self, path):
        """Raises OperationError where any byte is missing or another."""
        self.path = path
        self._check_seal()
        found = {}
        with self._reading() as members:
            for name, source in members:
                if MANIFEST in found:
                    raise self._damaged("something follows its manifest")
                if name in found:
                    raise self._damaged(f"it holds {name!r} twice")
                if name == MANIFEST:
                    self.manifest = self._manifest(source)
                found[name] = None if name == MANIFEST else _digest(source)
        self._check_members(found)

    @contextmanager
    def _reading(self):
        """An iterator of (name, file object) of all members, in their order."""
        try:
            with (
                open(self.path, "rb") as file,
                tarfile.open(fileobj=file, mode="r|", tarinfo=_PlainTarInfo) as tar,
            ):
                yield ((self._checked(info), tar.extractfile(info)) for info in tar)
        except (tarfile.TarError, EOFError, ValueError, RecursionError) as error:
            raise self._damaged("it is no archive of ours") from error

    def extract(self, wanted):
        """Write members to files: `wanted` is {name: path}."""
        with self._reading() as members:
            for name, source in members:
                if name not in wanted:
                    continue
                digest = hashlib.sha256()
                with open(wanted[name], "wb") as target:
                    while chunk := source.read(CHUNK):
                        digest.update(chunk)
                        target.write(chunk)
                if digest.hexdigest() != self.members[name]["sha256"]:
                    raise self._damaged(f"{name} changed while it was read")

    @property
    def made_at(self):
        """The aware datetime when it was made; the epoch where it does not say."""
        try:
            made = datetime.fromisoformat(self.manifest["made_at"])
            return (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone(UTC)
        except (KeyError, TypeError, ValueError, OverflowError):
            return datetime.fromtimestamp(0, UTC)

    @property
    def members(self):
        return self.manifest["members"]

    @property
    def uploads(self):
        """{path below the folder of uploads: size and sha256}."""
        return {
            name.removeprefix(MEDIA): told
            for name, told in self.members.items()
            if name.startswith(MEDIA)
        }

    def _check_seal(self):
        size = self.path.stat().st_size
        with open(self.path, "rb") as file:
            file.seek(max(0, size - SEAL_LENGTH))
            seal = file.read()
            if not (len(seal) == SEAL_LENGTH and seal.startswith(SEAL)):
                file.seek(0)
                begins = file.read(len(DATABASES["sqlite"]) + 30)
                if any(name.encode() in begins for name in DATABASES.values()):
                    raise self._damaged("its end is missing or another")
                raise OperationError(
                    f"{self.path} is no backup of this site, or its beginning and end "
                    "are damaged: name a file that `manage.py backup` made."
                )
            file.seek(0)
            digest, left = hashlib.sha256(), size - SEAL_LENGTH
            while left and (chunk := file.read(min(CHUNK, left))):
                digest.update(chunk)
                left -= len(chunk)
        if seal != SEAL + digest.hexdigest().encode() + b"\n":
            raise self._damaged("its bytes are not those that were written")

    def _checked(self, info):
        """The name of a member that can be nothing but a file where it belongs."""
        if info.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or info.sparse:
            raise self._damaged(f"{info.name!r} is no ordinary file")
        if not is_safe(info.name):
            raise self._damaged(f"{info.name!r} is no name that a backup holds")
        return info.name

    def _manifest(self, source):
        content = source.read(MOST_MANIFEST_BYTES)
        try:
            manifest = json.loads(content)
            version, kind = manifest["format"] + 0, manifest["database"] + ""
            members = manifest["members"]
            for told in members.values():
                told["size"] + 0, told["sha256"] + ""
            for applied in manifest["migrations"].values():
                [name + "" for name in applied]
            for numbers in (manifest["rows"], manifest.get("last_keys", {})):
                for count in numbers.values():
                    if type(count) is not int or not 0 <= count < 2**63:
                        raise ValueError
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._damaged("its manifest cannot be read") from error
        if version > FORMAT:
            raise OperationError(
                f"{self.path} was made by a newer release: restore it with that one."
            )
        if version < 1 or kind not in DATABASES:
            raise self._damaged("its manifest names no database we know")
        return manifest

    def _check_members(self, found):
        if MANIFEST not in found:
            raise self._damaged("it has no manifest")
        del found[MANIFEST]
        folders = {str(f) for name in found for f in PurePosixPath(name).parents}
        if folders & found.keys():
            raise self._damaged("one name is that of a file and of a folder")
        if found != self.members:
            raise self._damaged("it holds other files than its manifest says")
        if not {DATABASES[self.manifest["database"]], DATA} <= found.keys():
            raise self._damaged("it holds no database")

    def _damaged(self, reason):
        return OperationError(DAMAGED.format(path=self.path, reason=reason))


class _PlainTarInfo(tarfile.TarInfo):
    """Sparse files have no place in a backup, and their maps are not read."""

    def _proc_sparse(self, tarfile_):
        raise tarfile.ReadError("a sparse file")


def site_of(path):
    """Return the address of the site that a backup says it is of.

    None where it does not.

    The rest of it is not looked at.
    """
    try:
        with tarfile.open(path, "r:", tarinfo=_PlainTarInfo) as tar:
            for info in tar:
                if info.name == MANIFEST:
                    content = tar.extractfile(info).read(MOST_MANIFEST_BYTES)
                    return json.loads(content)["site"]
    except (tarfile.TarError, OSError, EOFError, ValueError, RecursionError):
        return None
    except (KeyError, TypeError, AttributeError):
        return None


def _digest(source):
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def decompress(source, target):
    """Raises OperationError where it is no gzip file."""
    try:
        with gzip.open(source, "rb") as packed, open(target, "wb") as plain:
            shutil.copyfileobj(packed, plain, CHUNK)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise OperationError(
            f"The database in the backup is damaged: {error}"
        ) from error
