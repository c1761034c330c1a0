using System.Reflection;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>Reads Slack's own list of methods and arguments, and holds every method of the interfaces to it.</summary>
public sealed class MethodLintTests
{
    private static readonly Dictionary<string, Documented> Documentation = Asset.Lines("documented_methods.txt")
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => new Documented(parts[1] == "json", parts[2].Split(',').ToHashSet()));

    public static TheoryData<string, string> Methods
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (family, method) in All()) data.Add(family.Name, method.Name);
            return data;
        }
    }

    [Fact]
    public void There_is_something_to_check() => Assert.True(All().Count() >= 25);

    [Fact]
    public void Every_method_ends_with_an_optional_cancellation_token() => Assert.All(
        All().Select(each => each.Method).Append(typeof(ISlackApiClient).GetMethod(nameof(ISlackApiClient.Respond))!),
        method =>
        {
            var last = method.GetParameters()[^1];
            Assert.True(last.IsOptional && last.ParameterType == typeof(CancellationToken), $"{method}");
        });

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_method_is_called_as_documented(string familyName, string methodName)
    {
        var (family, method) = All().Single(each => each.Family.Name == familyName && each.Method.Name == methodName);
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Json("""{"ok":false,"error":"probe"}""");

        var arguments = method.GetParameters().Select(parameter => Sample(parameter.ParameterType)).ToArray();
        var refused = await Assert.ThrowsAsync<SlackException>(() => (Task)method.Invoke(family.GetValue(slack.Client()), arguments)!);

        var received = Assert.Single(slack.Received);
        var wire = received.Path["/api/".Length..];
        Assert.Equal((wire, "probe"), (refused.Method, refused.ErrorCode));
        Assert.True(Documentation.TryGetValue(wire, out var documented), $"Slack documents no method {wire}.");
        Assert.Equal(documented.TakesJson ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded", received.ContentType);
        Assert.Empty(received.Args.Keys.Except(documented.Args));
        Assert.StartsWith(family.Name.ToLowerInvariant(), wire, StringComparison.Ordinal);
        Assert.Equal("Bearer " + FakeSlack.Token, received.Authorization);
        Assert.DoesNotContain(FakeSlack.Token, received.Body + received.Query, StringComparison.Ordinal);
    }

    private static IEnumerable<(PropertyInfo Family, MethodInfo Method)> All() =>
        from family in typeof(ISlackApiClient).GetProperties()
        from method in family.PropertyType.GetMethods()
        select (family, method);

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "1.000000",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 7,
        _ when type == typeof(IEnumerable<string>) => new[] { "U1", "U2" },
        _ when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        _ when type == typeof(OutgoingMessage) => new OutgoingMessage
        {
            Channel = "C1",
            Text = "x",
            Blocks = [new DividerBlock()],
            ThreadTs = "1.000000",
            ReplyBroadcast = true,
            Metadata = new(),
        },
        _ when type == typeof(MessageUpdate) => new MessageUpdate { ChannelId = "C1", Ts = "1.000000", Text = "x", Blocks = [], Metadata = new() },
        _ when type == typeof(ModalViewDefinition) => new ModalViewDefinition { Title = "T", Blocks = [] },
        _ when type == typeof(HomeViewDefinition) => new HomeViewDefinition { Blocks = [] },
        _ => throw new NotSupportedException($"Give the lint a sample {type.Name}."),
    };

    private sealed record Documented(bool TakesJson, HashSet<string> Args);
}
