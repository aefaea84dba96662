/** The version in package.json, put in by the build. */
declare const __HEARTLINE_VERSION__: string;
