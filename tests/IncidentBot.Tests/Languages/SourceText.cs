using System.Text;

namespace IncidentBot.Tests.Languages;

/// <summary>One literal in our source.</summary>
/// <param name="Before">What stands right before it, without blanks.</param>
/// <param name="Sentence">Its words as they are looked up by: <c>{0}</c> where something is put in.</param>
/// <param name="Put">What is put in, as it is written.</param>
internal sealed record SourceLiteral(string Before, string Sentence, IReadOnlyList<string> Put);

/// <summary>Finds the string literals of a C# file, those within the holes of others too.</summary>
internal sealed class SourceText(string code)
{
    private readonly List<SourceLiteral> found = [];

    public static IReadOnlyList<SourceLiteral> Literals(string code)
    {
        var text = new SourceText(code);
        text.Walk(0, code.Length);
        return text.found;
    }

    private void Walk(int from, int to)
    {
        for (var at = from; at < to;)
        {
            if (Is(at, "//"))
                at = code.IndexOf('\n', at) is >= 0 and var end ? end : to;
            else if (code[at] == '\'')
                at = AfterCharacter(at);
            else if (Begins(at))
                at = Literal(at);
            else
                at++;
        }
    }

    /// <summary>A literal is kept with what is put in, and read over; the place behind it is given back.</summary>
    private int Literal(int start)
    {
        var at = start;
        while (code[at] is '$' or '@')
            at++;
        var dollars = code[start..at].Count(sign => sign == '$');
        var isVerbatim = code[start..at].Contains('@', StringComparison.Ordinal);
        var quotes = code.AsSpan(at).IndexOfAnyExcept('"');
        if (quotes == 2)
        {
            found.Add(new SourceLiteral(Before(start), "", []));
            return at + 2;
        }
        var isRaw = quotes >= 3;
        var close = new string('"', isRaw ? quotes : 1);
        at += close.Length;
        var sentence = new StringBuilder();
        var put = new List<string>();
        while (!Is(at, close) || (isVerbatim && Is(at, "\"\"")))
        {
            if (isVerbatim && Is(at, "\"\""))
            {
                sentence.Append('"');
                at += 2;
            }
            else if (dollars > 0 && code[at] is '{' or '}' && !isRaw && code[at + 1] == code[at])
            {
                sentence.Append(code[at], 2);
                at += 2;
            }
            else if (dollars > 0 && Is(at, new string('{', Math.Max(dollars, 1))))
            {
                var end = AfterHole(at + dollars);
                sentence.Append('{').Append(put.Count).Append('}');
                put.Add(code[(at + dollars)..end]);
                Walk(at + dollars, end);
                at = end + dollars;
            }
            else if (!isRaw && !isVerbatim && code[at] == '\\')
            {
                at = Escaped(at, sentence);
            }
            else
            {
                sentence.Append(code[at++]);
            }
        }
        found.Add(new SourceLiteral(Before(start), isRaw ? Unindented(sentence.ToString()) : sentence.ToString(), put));
        return at + close.Length;
    }

    private int AfterHole(int at)
    {
        for (var depth = 0; ;)
        {
            if (Begins(at))
                at = new SourceText(code).Literal(at);
            else if (code[at] == '\'')
                at = AfterCharacter(at);
            else if (code[at] == '}' && depth == 0)
                return at;
            else
                depth += code[at++] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
        }
    }

    private int Escaped(int at, StringBuilder sentence)
    {
        if (code[at + 1] is 'u' or 'U')
        {
            var digits = code[at + 1] == 'u' ? 4 : 8;
            sentence.Append(char.ConvertFromUtf32(Convert.ToInt32(code.Substring(at + 2, digits), 16)));
            return at + 2 + digits;
        }
        sentence.Append(code[at + 1] switch { 'n' => '\n', 't' => '\t', var other => other });
        return at + 2;
    }

    private int AfterCharacter(int at) => code[at + 1] == '\\' ? code.IndexOf('\'', at + 3) + 1 : code[at + 2] == '\'' ? at + 3 : at + 1;

    private bool Begins(int at) => code[at] == '"' || (code[at] is '$' or '@' && code.AsSpan(at).TrimStart("$@") is ['"', ..]);

    private bool Is(int at, string words) => string.CompareOrdinal(code, at, words, 0, words.Length) == 0;

    private string Before(int at) => code[Math.Max(0, at - 40)..at].TrimEnd();

    private static string Unindented(string raw)
    {
        var lines = raw.Split('\n');
        if (lines.Length == 1)
            return raw;
        var indent = lines[^1].Length;
        return string.Join('\n', lines[1..^1].Select(line => line[Math.Min(indent, line.Length)..]));
    }
}
