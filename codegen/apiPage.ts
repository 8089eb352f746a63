/** `docs/api.md`: the part behind its mark is made from the docstrings of what `src/index.ts` exports. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import {
  Node,
  Project,
  type FunctionDeclaration,
  type MethodDeclaration,
  type MethodSignature,
  type ParameterDeclaration,
  type PropertyDeclaration,
  type PropertySignature,
} from 'ts-morph';
import { apiSections } from './apiSections.js';
import { ApiSources, type Declaration, type Member } from './apiSources.js';

const mark =
  '<!-- The rest is generated from the docstrings of src/ by `npm run codegen`; do not edit. -->';

const path = 'docs/api.md';

/**
 * Path and text of the page; none where nobody has begun it.
 * @param root Folder of the repository.
 */
export async function apiPage(
  root: string,
): Promise<readonly (readonly [path: string, text: string])[]> {
  if (!existsSync(join(root, path))) return [];
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  const sources = new ApiSources(project, root);
  const [introduction = ''] = readFileSync(join(root, path), 'utf8').split(mark);
  const reference = apiSections.flatMap(({ title, names }) => [
    `## ${title}`,
    ...names.flatMap((name) => entry(name, sources)),
  ]);
  const text = [introduction.trimEnd(), mark, ...reference].join('\n\n');
  return [[path, await format(text, { parser: 'markdown', printWidth: 100, singleQuote: true })]];
}

/** The paragraphs of one exported name. */
function entry(name: string, sources: ApiSources): readonly string[] {
  const { node, members } = sources.find(name);
  const signature = Node.isFunctionDeclaration(node) ? `${name}${callText(node)}` : name;
  return [
    `### \`${signature}\``,
    docText(node),
    Node.isTypeAliasDeclaration(node) ? `\`${typeText(node.getTypeNode())}\`` : '',
    members.map((member) => `- ${memberText(member)}`).join('\n'),
  ].filter((paragraph) => paragraph !== '');
}

function memberText(member: Member): string {
  const said = Node.isParameterDeclaration(member) ? commentBefore(member) : docText(member);
  return `\`${signatureOf(member)}\`${said === '' ? '' : `: ${said}`}`;
}

function signatureOf(member: Member): string {
  if (Node.isMethodDeclaration(member) || Node.isMethodSignature(member)) {
    return `${member.getName()}${callText(member)}`;
  }
  if (Node.isGetAccessorDeclaration(member)) {
    return `${member.getName()}: ${typeText(member.getReturnTypeNode())}`;
  }
  if (Node.isPropertyDeclaration(member) || Node.isPropertySignature(member)) {
    const optional = member.hasQuestionToken() ? '?' : '';
    return `${member.getName()}${optional}: ${valueType(member)}`;
  }
  return Node.isParameterDeclaration(member)
    ? `${member.getName()}: ${valueType(member)}`
    : member.getText();
}

/** Parameters and result of a function. */
function callText(node: FunctionDeclaration | MethodDeclaration | MethodSignature): string {
  const parameters = node.getParameters().map((parameter) => {
    const name = parameter.getName() === 'given' ? 'options' : parameter.getName();
    return `${name}${parameter.isOptional() ? '?' : ''}: ${valueType(parameter)}`;
  });
  return `(${parameters.join(', ')}): ${typeText(node.getReturnTypeNode())}`;
}

/** The written type; without one, that of the value which stands for it. */
function valueType(node: ParameterDeclaration | PropertyDeclaration | PropertySignature): string {
  const written = node.getTypeNode();
  if (written) return typeText(written);
  return Node.isStringLiteral(node.getInitializer()) ? 'string' : 'number';
}

function typeText(type: { getText(): string } | undefined): string {
  return (type?.getText() ?? '')
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\breadonly (?=\w+\??:)/g, '')
    .replace(/^\| /, '');
}

/** A docstring as one paragraph, its parameters and errors as sentences. */
function docText(node: Declaration | Exclude<Member, ParameterDeclaration>): string {
  // Of overloads, the first has the docstring.
  const own = Node.isMethodDeclaration(node) ? (node.getOverloads()[0] ?? node) : node;
  return own
    .getJsDocs()
    .map((doc) => {
      const tags = doc.getTags().map((tag) => tagText(tag.getTagName(), tag.getText()));
      return [plain(doc.getDescription()), ...tags].filter((text) => text !== '').join(' ');
    })
    .join(' ');
}

/** The docstring of a parameter that is a property of its class. */
function commentBefore(node: ParameterDeclaration): string {
  const [range] = node.getLeadingCommentRanges();
  return plain((range?.getText() ?? '').replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\*/gm, ''));
}

const tagWords: Readonly<Record<string, string>> = {
  param: '',
  returns: 'Returns: ',
  throws: 'Throws ',
};

function tagText(name: string, text: string): string {
  const word = tagWords[name];
  if (word === undefined) return '';
  const body = plain(text.replace(/^@\w+\s*/, '').replace(/^\s*\*/gm, ''));
  const end = /[.!?]$/.test(body) ? '' : '.';
  if (name !== 'param') return `${word}${body.replace(/^(As|The) /, lowerCase)}${end}`;
  const [parameter = '', ...rest] = body.split(' ');
  return `\`${parameter}\`: ${rest.join(' ')}${end}`;
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
