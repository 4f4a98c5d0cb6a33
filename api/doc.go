// Command api tells which changes of the module's exported API since a release are incompatible and not declared.
//
//	go run ./api -old DIR -release v0.1.0
//
// DIR holds the module as it was released. apidiff finds what may keep a caller from building; a JSON tag that changed is
// added, since the members of documents are part of the contract as well. Each of these changes has to be declared in
// CHANGELOG.md, above the section of the release, with what to do about it:
//
//	### Incompatible
//
//	* `control.Control.Since`, `control.Risk.Since`: now `From`, and "from" in documents; rename the member.
//
// A symbol is the package's directory and the name within the package; the directory alone declares that the package is
// gone. Several symbols may share an entry. A declaration that no longer matches a change is an error too.
//
// So do changes of the schemas in schema/v1 that a minor version may not bring, such as a property that is required now:
// they are declared as "schema/v1/Control.owner" before the first release, and refused after it, since a release freezes
// the major version of its documents. What package schema/evolution
// judges by its form alone may be allowed in allowances.json, with a reason.
//
// The API itself is in soc2.txt, one line for each exported thing, which a test of this package keeps up to date. The file
// base names the commit to compare with until a release is tagged; .ci/api makes the checkout and calls this command.
package main
