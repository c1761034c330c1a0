using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Subscriptions;
using IncidentBot.TestKit;
using IncidentBot.Wording;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Tests.Languages;

/// <summary>What nobody knows the reader of yet is written once in each language, in those of the turn that owes it.</summary>
public sealed class InEveryLanguageTests
{
    [Fact]
    public void It_is_written_once_for_each_language_and_once_where_there_is_nothing_to_say()
    {
        var written = new List<string>();
        var every = TellSubscribers.Of(Some.Incident(), () => Note(written), Some.User);

        var told = Assert.IsType<TellSubscribers>(every.Written(LanguageOptions.Default));

        Assert.Equal(["en", "de"], written);
        Assert.Equal(("en", "de"), (told.Content.Text, Assert.Single(told.Besides!).Value.Text));
        written.Clear();
        Assert.Null(TellSubscribers.Of(Some.Incident(), () => Nothing(written), Some.User).Written(LanguageOptions.Default));
        Assert.Single(written);
    }

    private static MessageContent Note(List<string> written)
    {
        written.Add(Language.Current.Key);
        return MessageContent.Plain(Language.Current.Key);
    }

    private static MessageContent? Nothing(List<string> written)
    {
        written.Add(Language.Current.Key);
        return null;
    }
}
