using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentBot.Wording.Languages;

/// <summary>
/// A sentence with something put in: said at once where it stands in the language that is spoken; else its English form,
/// <c>{0} commands {1} already.</c>, is what the other language's is found by.
/// </summary>
[InterpolatedStringHandler]
internal ref struct Sentence
{
    private readonly Language language = Language.Current;
    private readonly StringBuilder? written;
    private readonly object?[] put = [];
    private DefaultInterpolatedStringHandler asWritten;
    private int count;

    public Sentence(int literalLength, int formattedCount)
    {
        if (language.IsAsWritten)
        {
            asWritten = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);
            return;
        }
        written = new StringBuilder(literalLength + (formattedCount * 3));
        put = new object?[formattedCount];
    }

    public void AppendLiteral(string literal)
    {
        if (written is null)
            asWritten.AppendLiteral(literal);
        else
            written.Append(literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    public void AppendFormatted<T>(T value, string? format = null)
    {
        if (written is null)
        {
            asWritten.AppendFormatted(value, format);
            return;
        }
        written.Append(CultureInfo.InvariantCulture, $"{{{count}}}");
        put[count++] = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value;
    }

    public string Said()
    {
        if (written is null)
            return asWritten.ToStringAndClear();
        var english = written.ToString();
        return string.Format(CultureInfo.InvariantCulture, language.Find(english) ?? CompositeFormat.Parse(english), put);
    }
}
