import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../../tools/program.mjs'

/** A source file of the repository as the compiler reads it. */
export interface SourceFile {
  /** The path from the top of the repository. */
  readonly name: string
  readonly text: string
  readonly tree: ts.SourceFile
}

/** The TypeScript and JavaScript files that git knows or would add, below the given folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter(name => /\.(tsx?|mjs)$/.test(name))
    .map(name => {
      const text = readFileSync(join(ROOT, name), 'utf8')
      return { name, text, tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true) }
    })
}
