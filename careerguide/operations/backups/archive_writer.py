"""Write a backup file, from front to back."""

import gzip
import hashlib
import io
import json
import shutil
import tarfile

from .archive_format import CHUNK, FORMAT, MANIFEST, SEAL


class Writer:
    """Writes members one after the other, then the manifest and the seal."""

    def __init__(self, file):
        self.file, self.members = _HashingFile(file), {}
        self.tar = tarfile.open(  # noqa: SIM115  `finish` closes it
            fileobj=self.file, mode="w", format=tarfile.PAX_FORMAT
        )

    def add(self, name, path, mtime=0):
        """Add the file at `path`; it must not grow or shrink meanwhile."""
        with open(path, "rb") as source:
            size = source.seek(0, io.SEEK_END)
            source.seek(0)
            self._add(name, source, size, mtime)

    def _add(self, name, source, size, mtime=0):
        info = tarfile.TarInfo(name)
        info.size, info.mtime, info.mode = size, int(mtime), 0o600
        hashed = _HashingReader(source)
        self.tar.addfile(info, hashed)
        self.members[name] = {"size": size, "sha256": hashed.sha256.hexdigest()}

    def finish(self, manifest):
        manifest = manifest | {"format": FORMAT, "members": dict(self.members)}
        content = json.dumps(manifest, indent=1, ensure_ascii=False).encode()
        self._add(MANIFEST, io.BytesIO(content), len(content))
        self.tar.close()
        self.file.file.write(SEAL + self.file.sha256.hexdigest().encode() + b"\n")


class _HashingFile:
    def __init__(self, file):
        self.file, self.sha256 = file, hashlib.sha256()

    def write(self, data):
        self.sha256.update(data)
        return self.file.write(data)

    def tell(self):
        return self.file.tell()


class _HashingReader:
    def __init__(self, file):
        self.file, self.sha256 = file, hashlib.sha256()

    def read(self, size=-1):
        data = self.file.read(size)
        self.sha256.update(data)
        return data


def compress(source, target):
    with (
        open(source, "rb") as plain,
        gzip.open(target, "wb", compresslevel=4) as packed,
    ):
        shutil.copyfileobj(plain, packed, CHUNK)
