using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Configuration;

/// <summary>Reads the sections <c>language</c> and <c>texts</c>.</summary>
internal static partial class LanguageSection
{
    /// <summary>The longest text that may be the label of a button or field (Slack docs: Block elements); such a text must not grow beyond what fits everywhere.</summary>
    private const int LongestLabel = 75;

    /// <summary>What fits into the title of a form (Slack docs: Modals), the smallest place there is.</summary>
    private const int FitsEverywhere = 24;

    private const int Most = 200;

    public static LanguageOptions Read(ConfigSection root)
    {
        var section = root.Part("language");
        var workspace = section.Read("workspace", Named);
        var persons = section.Read("persons", SettingWords.OnOrOff);
        var texts = root.Part("texts");
        IReadOnlyList<Language> all = [.. Language.All.Select(language => language.With(texts.Map(language.Key, sentence => sentence, Own)))];
        return new LanguageOptions(all.Single(language => language.Key == workspace), persons, all);
    }

    private static string Named(string text) => Language.All.FirstOrDefault(language => language.Key.Equals(text, StringComparison.OrdinalIgnoreCase))?.Key
        ?? throw new BadSettingException($"\"{text}\" is no language of ours. Write {string.Join(" or ", Language.All.Select(language => language.Key))}.");

    private static string Own(string sentence, string own)
    {
        if (!Language.Known.Contains(sentence))
            throw new BadSettingException($"IncidentBot never says \"{sentence}\". {Nearest(sentence)}");
        if (own.Length == 0)
            throw new BadSettingException("something has to be said; write it between quotation marks.");
        if (!Holes(own).SetEquals(Holes(sentence)) || !IsFormat(own))
            throw new BadSettingException($"\"{own}\" has to hold {(Holes(sentence) is { Count: > 0 } holes ? string.Join(" and ", holes.Order()) : "nothing in braces")}, as ours does.");
        if (own.Split(": ").Length != sentence.Split(": ").Length)
            throw new BadSettingException($"\"{own}\" has to hold a colon and a blank as often as ours does; people's own words stand behind it.");
        var most = sentence.Length > LongestLabel || ".!?:".Contains(sentence[^1], StringComparison.Ordinal) ? Math.Max(Most, sentence.Length * 2) : Math.Max(FitsEverywhere, sentence.Length);
        return own.Length <= most
            ? own
            : throw new BadSettingException($"\"{own}\" is longer than fits where it is shown: at most {most.ToString(CultureInfo.InvariantCulture)} characters.");
    }

    private static string Nearest(string sentence)
    {
        var near = Language.Known.Where(each => each.StartsWith(sentence[..Math.Min(sentence.Length, 12)], StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
        return near is null ? "Copy the sentence as it stands in Sentences.en.json." : $"Did you mean \"{near}\"?";
    }

    private static HashSet<string> Holes(string sentence) => [.. Hole().Matches(sentence).Select(match => match.Value)];

    private static bool IsFormat(string own)
    {
        try
        {
            CompositeFormat.Parse(own);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
