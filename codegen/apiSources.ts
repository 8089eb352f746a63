/** The declarations behind the names that `src/index.ts` exports. */
import { dirname, join } from 'node:path';
import {
  Node,
  Scope,
  type ClassDeclaration,
  type ClassInstanceMemberTypes,
  type FunctionDeclaration,
  type InterfaceDeclaration,
  type ParameterDeclaration,
  type Project,
  type SourceFile,
  type TypeAliasDeclaration,
  type TypeElementTypes,
  type VariableStatement,
} from 'ts-morph';

export type Declaration =
  | FunctionDeclaration
  | ClassDeclaration
  | InterfaceDeclaration
  | TypeAliasDeclaration
  | VariableStatement;

/** A member of a class or of an interface, or a parameter of a constructor that is one. */
export type Member = ClassInstanceMemberTypes | TypeElementTypes | ParameterDeclaration;

/** An exported name: its declaration, and the members that callers may use. */
export interface ApiEntry {
  readonly node: Declaration;
  readonly members: readonly Member[];
}

export class ApiSources {
  readonly #index: SourceFile;

  constructor(
    private readonly project: Project,
    root: string,
  ) {
    this.#index = this.#open(join(root, 'src/index.ts'));
  }

  /** Names of the exported functions, classes and constants. */
  values(): readonly string[] {
    return this.#index
      .getExportDeclarations()
      .filter((each) => !each.isTypeOnly())
      .flatMap((each) => each.getNamedExports())
      .filter((each) => !each.isTypeOnly())
      .map((each) => each.getName());
  }

  /** @throws Error for a name that is not exported. */
  find(name: string): ApiEntry {
    const exporter = this.#index
      .getExportDeclarations()
      .find((each) => each.getNamedExports().some((one) => one.getName() === name));
    const from = exporter?.getModuleSpecifierValue();
    if (from === undefined) throw new Error(`src/index.ts does not export ${name}`);
    return this.#entry(this.#beside(this.#index, from), name);
  }

  #entry(file: SourceFile, name: string): ApiEntry {
    const node =
      file.getFunction(name) ??
      file.getClass(name) ??
      file.getInterface(name) ??
      file.getTypeAlias(name) ??
      file.getVariableStatement((each) =>
        each.getDeclarations().some((one) => one.getName() === name),
      );
    if (!node) throw new Error(`${file.getBaseName()} does not declare ${name}`);
    if (Node.isClassDeclaration(node)) {
      const base = node.getExtends()?.getExpression().getText();
      const inherited =
        base === undefined || base === 'Error' ? [] : this.#imported(file, base).members;
      return { node, members: [...publicMembers(node), ...inherited] };
    }
    if (Node.isInterfaceDeclaration(node)) {
      return { node, members: [...node.getMembers(), ...this.#inherited(file, node)] };
    }
    return { node, members: [] };
  }

  /** Members of the interfaces that one extends, without those that `Omit` takes away. */
  #inherited(file: SourceFile, node: InterfaceDeclaration): readonly Member[] {
    return node.getExtends().flatMap((base) => {
      const [, left = base.getText(), omitted = ''] =
        /^Omit<(\w+), (.*)>$/.exec(base.getText()) ?? [];
      if (!/^\w+$/.test(left)) return [];
      return this.#imported(file, left).members.filter(
        (member) => !(Node.hasName(member) && omitted.includes(`'${member.getName()}'`)),
      );
    });
  }

  /** A declaration of this file, or of the one that it is imported from. */
  #imported(file: SourceFile, name: string): ApiEntry {
    const from = file
      .getImportDeclarations()
      .find((each) => each.getNamedImports().some((one) => one.getName() === name))
      ?.getModuleSpecifierValue();
    return this.#entry(from === undefined ? file : this.#beside(file, from), name);
  }

  #beside(file: SourceFile, specifier: string): SourceFile {
    return this.#open(join(dirname(file.getFilePath()), specifier.replace(/\.js$/, '.ts')));
  }

  #open(path: string): SourceFile {
    return this.project.addSourceFileAtPath(path);
  }
}

/** Methods, getters and properties of a class for its users, and parameters of its constructor that are properties. */
function publicMembers(node: ClassDeclaration): readonly Member[] {
  const parameters = node
    .getConstructors()
    .flatMap((each) => each.getParameters())
    .filter((each) => each.isParameterProperty() && each.getScope() === Scope.Public);
  const members = node
    .getInstanceMembers()
    .filter(
      (member) =>
        !Node.isParameterDeclaration(member) &&
        !Node.isSetAccessorDeclaration(member) &&
        member.getScope() === Scope.Public &&
        !member.getName().startsWith('#'),
    );
  return [...parameters, ...members];
}
