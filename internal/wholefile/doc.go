// Package wholefile writes files as a whole or not at all. The programs of the module use it; library packages write to
// the io.Writer they are given.
package wholefile
