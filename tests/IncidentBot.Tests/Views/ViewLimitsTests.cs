using System.Reflection;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Views;

/// <summary>Every view is found by reflection and fed its worst: a view somebody adds tomorrow is held to the same.</summary>
public sealed class ViewLimitsTests
{
    private static readonly Type[] Edited = [typeof(IncidentCard), typeof(IncidentAnnouncement)];

    public static TheoryData<string> Views => [.. All().Select(Name)];

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_keeps_slacks_limits_and_peoples_words_at_its_worst(string view)
    {
        Assert.Empty(BrokenIn(view));
    }

    [Fact]
    public void The_views_we_know_of_are_among_them() => Assert.Superset(
        new HashSet<string>
        {
            "IncidentCard.Of", "IncidentAnnouncement.Of", "HomeView.Of", "ListReply.Of", "HelpReply.Of", "TimelineReply.Of", "ReviewReminder.ToOwner",
            "ReviewReminder.InThread", "Replies.Done", "Refusals.Say", "ChannelLines.Of", "NoteReplies.Noted", "NoteReplies.InThread", "DeclareReplies.Declared",
        },
        All().Select(Name).ToHashSet());

    [Fact]
    public void The_topic_is_short_and_plain_at_its_worst()
    {
        foreach (var incident in WorstCase.Of(typeof(Incident), "").Cast<Incident>())
        {
            foreach (var commander in new[] { null, WorstCase.Words, "<!channel>" })
            {
                var topic = IncidentTopic.Of(incident, commander);
                Assert.InRange(topic.Length, 1, 250);
                Assert.DoesNotContain('<', topic);
            }
        }
    }

    [Theory]
    [InlineData("Say <text>")]
    [InlineData("<!channel> wake up")]
    [InlineData("Q&A")]
    [InlineData("")]
    public void A_text_that_breaks_a_rule_is_seen(string text)
    {
        Assert.NotEmpty(ViewRules.Broken(MessageContent.Plain(text)));
        Assert.NotEmpty(ViewRules.Broken(new MessageContent("x", [new SectionBlock { Text = new Markdown(text) }])));
    }

    [Fact]
    public void A_message_that_is_too_long_is_seen()
    {
        Assert.Single(ViewRules.Broken(MessageContent.Plain(new string('x', 4_001)), BlockLimits.UpdateTextMax));
        Assert.Single(ViewRules.Broken(new MessageContent("x", [new SectionBlock { Text = new Markdown(new string('x', 3_001)) }])));
    }

    /// <summary>What is wrong with a view at its worst, in the language that is spoken.</summary>
    internal static IEnumerable<string> BrokenIn(string view)
    {
        var method = All().Single(each => Name(each) == view);
        var longest = Edited.Contains(method.DeclaringType) ? BlockLimits.UpdateTextMax : BlockLimits.MessageTextKept;
        return Arguments(method).SelectMany(arguments => Broken(method.Invoke(null, arguments), longest)).Distinct().Take(5);
    }

    /// <summary>Every text a view shows, at its worst, in the language that is spoken.</summary>
    internal static IEnumerable<string> Shown(string view)
    {
        var method = All().Single(each => Name(each) == view);
        return Arguments(method).SelectMany(arguments => method.Invoke(null, arguments) switch
        {
            MessageContent content => ViewRules.Shown(content),
            ValueTuple<MessageContent, bool> said => ViewRules.Shown(said.Item1),
            ViewDefinition other => ViewRules.Shown([other]),
            _ => [],
        }).Distinct();
    }

    private static IEnumerable<MethodInfo> All() =>
        from type in typeof(BotHost).Assembly.GetTypes()
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where IsView(method.ReturnType)
        select method;

    private static bool IsView(Type type) => type == typeof(MessageContent) || type == typeof(HomeViewDefinition) || type == typeof(ModalViewDefinition)
        || type == typeof((MessageContent, bool)?);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<string> Broken(object? made, int longest) => made switch
    {
        MessageContent content => ViewRules.Broken(content, longest),
        ValueTuple<MessageContent, bool> said => ViewRules.Broken(said.Item1, longest),
        HomeViewDefinition home => ViewRules.Broken(home),
        ModalViewDefinition modal => ViewRules.Broken(modal),
        _ => [],
    };

    private static IEnumerable<object?[]> Arguments(MethodInfo method)
    {
        var nullability = new NullabilityInfoContext();
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in method.GetParameters())
        {
            var values = WorstCase.Of(parameter.ParameterType, parameter.Name!).ToList();
            if (nullability.Create(parameter).ReadState == NullabilityState.Nullable && !values.Contains(null))
                values.Add(null);
            all = all.SelectMany(before => values, (before, value) => (object?[])[.. before, value]).ToList();
        }
        return all.Where(IsPossible);
    }

    /// <summary>A review changes hands only where there is one.</summary>
    private static bool IsPossible(object?[] arguments) =>
        !(arguments.Any(argument => argument is ReviewOwnerChanged) && arguments.Any(argument => argument is Incident { Review: null }));
}
