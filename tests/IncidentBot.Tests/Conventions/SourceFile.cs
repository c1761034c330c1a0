using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Conventions;

/// <summary>One file of C#, by its path from the root.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Without comments; what stands in strings is left.</summary>
    public string Code => Token().Replace(Text, token => token.Groups["comment"].Success ? " " : token.Value);

    /// <summary>Without comments and without what stands in strings.</summary>
    public string Names => Token().Replace(Text, token => token.Groups["comment"].Success ? " " : "\"\"");

    public int Lines => Text.AsSpan().Count('\n');

    [GeneratedRegex("""(?<comment>//[^\n]*|/\*(?s:.*?)\*/)|(?<raw>\$*\"{3}(?s:.*?)\"{3})|(?<verbatim>\$?@\$?"(?:[^"]|"")*")|(?<text>\$?"(?:\\.|[^"\\\n])*")|(?<letter>'(?:\\.|[^'\\\n])+')""")]
    private static partial Regex Token();
}
