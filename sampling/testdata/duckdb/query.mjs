// Runs what standard input says on a DuckDB database, and writes the rows of each query as lines of fields with a TAB between.
//
//   node query.mjs DATABASE < REQUEST.json
//
// A request is {"load": {"schema", "table", "column", "file"}} with a file of one text a line, or {"sql"}.

import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const request = JSON.parse(readFileSync(0, 'utf8'));
const instance = await DuckDBInstance.create(process.argv[2]);
const connection = await instance.connect();

if (request.load) {
  const { schema, table, file } = request.load;
  const appender = await connection.createAppender(table, schema);
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
    appender.appendVarchar(line);
    appender.endRow();
  }
  appender.closeSync();
} else {
  const result = await connection.stream(request.sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    let text = '';
    for (const row of chunk.getRows()) text += `${row.map((field) => field ?? '').join('\t')}\n`;
    if (!process.stdout.write(text)) await new Promise((resolve) => { process.stdout.once('drain', resolve); });
  }
}
connection.closeSync();
instance.closeSync();
