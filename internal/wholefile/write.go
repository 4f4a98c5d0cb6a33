package wholefile

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes the file name: beside it first, and renamed into place when all of it is there and on the disk, so that no
// reader ever sees half a file. If write or anything else fails, the file is as it was before.
//
// A file that is there keeps its permissions, and a symbolic link stays one: what it leads to is written. What is no file,
// such as a device or a pipe, is written to as it is, and a folder is refused.
func Write(name string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o644)
	info, err := os.Stat(name)
	switch {
	case err != nil && !os.IsNotExist(err):
		return err
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder; a file expected", name)
	case err == nil && !info.Mode().IsRegular():
		return through(name, write)
	case err == nil:
		mode = info.Mode().Perm()
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close() // the first error is the one to report
			_ = os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Chmod(mode); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// through writes to what cannot be renamed.
func through(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		_ = f.Close() // the first error is the one to report
		return err
	}
	return f.Close()
}
