package changes

import (
	"bufio"
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// logFormat gives one commit as fields that end with NUL: hash, parents, committer's date, author's date, author, committer,
// review trailers.
const logFormat = "%H%x00%P%x00%cI%x00%aI%x00%aE%x00%aN%x00%cE%x00%cN%x00" +
	"%(trailers:key=Reviewed-by,key=Approved-by,key=Acked-by,valueonly,unfold,separator=%x01)%x00"

const logFields = 9

// ReadGit reads the changes on the main line of the Git repository in dir, newest first: the first parents of its HEAD.
func ReadGit(dir string) ([]Change, error) {
	line, err := gitLog(dir, nil, "--first-parent", "HEAD")
	if err != nil {
		return nil, err
	}
	var second []string // what each merge brought in
	for _, c := range line {
		if len(c.parents) > 1 {
			second = append(second, c.parents[1])
		}
	}
	brought := make(map[string]commit, len(second))
	if len(second) > 0 {
		commits, err := gitLog(dir, second, "--no-walk=unsorted", "--stdin")
		if err != nil {
			return nil, err
		}
		for _, c := range commits {
			brought[c.id] = c
		}
	}
	changes := make([]Change, len(line))
	for i, c := range line {
		if changes[i], err = c.change(brought); err != nil {
			return nil, err
		}
		changes[i].Seq = int64(len(line) - i)
	}
	return changes, nil
}

// A commit is what the log says of one commit.
type commit struct {
	id                  string
	parents             []string
	committed, authored string
	author, committer   Person
	reviewers           []Person
}

func gitLog(dir string, revisions []string, args ...string) ([]commit, error) {
	cmd := exec.Command("git", append([]string{"-C", dir, "log", "--format=" + logFormat}, args...)...)
	cmd.Stdin = strings.NewReader(strings.Join(revisions, "\n"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("changes: git log in %s: %w: %s", dir, err, strings.TrimSpace(stderr.String()))
	}
	var commits []commit
	scan := bufio.NewScanner(bytes.NewReader(out))
	scan.Buffer(nil, len(out)+1)
	scan.Split(splitNUL)
	var fields []string
	for scan.Scan() {
		fields = append(fields, strings.TrimPrefix(scan.Text(), "\n"))
		if len(fields) == logFields {
			commits = append(commits, parseCommit(fields))
			fields = fields[:0]
		}
	}
	return commits, scan.Err()
}

func splitNUL(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF {
		return len(data), nil, nil // what follows the last NUL is the line feed of the log
	}
	return 0, nil, nil
}

func parseCommit(f []string) commit {
	c := commit{
		id: f[0], parents: strings.Fields(f[1]), committed: f[2], authored: f[3],
		author: person(f[4], f[5]), committer: person(f[6], f[7]),
	}
	for _, trailer := range strings.Split(f[8], "\x01") {
		if name, rest, ok := strings.Cut(trailer, "<"); ok {
			address, _, _ := strings.Cut(rest, ">")
			c.reviewers = append(c.reviewers, person(address, strings.TrimSpace(name)))
		}
	}
	return c
}

func person(address, name string) Person {
	address = strings.ToLower(address)
	return Person{address, strings.ToLower(name), strings.Contains(address, "[bot]") || strings.HasSuffix(name, "[bot]")}
}

// webHost is the committer that a host writes for what it integrates itself.
var webHost = []string{"noreply@github.com", "noreply@gitlab.com"}

// change says what a commit of the main line shows of the change that it brought.
func (c commit) change(brought map[string]commit) (Change, error) {
	made := c
	if len(c.parents) > 1 {
		if second, ok := brought[c.parents[1]]; ok {
			made = second
		}
	}
	merged, err := instant(c.committed)
	if err != nil {
		return Change{}, fmt.Errorf("changes: commit %s: %w", c.id, err)
	}
	authored, err := instant(made.authored)
	if err != nil {
		return Change{}, fmt.Errorf("changes: commit %s: %w", c.id, err)
	}
	out := Change{ID: c.id, Merged: merged, Authored: authored, Author: made.author, Approvers: append(c.reviewers, made.reviewersUnless(c)...)}
	switch {
	case len(c.parents) > 1:
		out.Merger, out.Basis = c.author, MergeCommit
		if c.author.Bot {
			out.Basis = MergeBot
		}
	case slices.Contains(webHost, c.committer.Address):
		out.Basis = WebSquash
	default:
		out.Merger, out.Basis = c.committer, Direct
	}
	if len(out.Approvers) > 0 {
		out.Basis = Trailer
	}
	return out, nil
}

// reviewersUnless returns the reviewers that c names, unless c is the commit of the main line itself.
func (c commit) reviewersUnless(line commit) []Person {
	if c.id == line.id {
		return nil
	}
	return c.reviewers
}
