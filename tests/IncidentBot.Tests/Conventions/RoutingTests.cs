using System.Reflection;
using IncidentBot.Messaging;
using IncidentBot.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Conventions;

/// <summary>Everything that can come has exactly one who acts on it.</summary>
public sealed class RoutingTests
{
    private static readonly IServiceCollection Services = new ServiceCollection().AddMessaging();

    [Fact]
    public void Every_effect_has_exactly_one_handler() => Assert.Empty(WithoutOneHandler(Concrete<Effect>(), typeof(IEffectHandler<>), Services));

    [Fact]
    public void Every_fact_has_exactly_one_handler() => Assert.Empty(WithoutOneHandler(Concrete<Fact>(), typeof(IFactHandler<>), Services));

    [Fact]
    public void An_effect_nobody_or_everybody_handles_is_seen()
    {
        var two = new ServiceCollection().AddSingleton<IEffectHandler<Answer>>(_ => null!).AddSingleton<IEffectHandler<Answer>>(_ => null!);

        Assert.Equal(["Unhandled has 0 handlers."], WithoutOneHandler([typeof(Unhandled)], typeof(IEffectHandler<>), Services));
        Assert.Equal(["Answer has 2 handlers."], WithoutOneHandler([typeof(Answer)], typeof(IEffectHandler<>), two));
    }

    [Fact]
    public void Every_effect_and_fact_says_under_which_name_it_is_stored_and_no_two_share_one()
    {
        var shapes = Concrete<Effect>().Concat(Concrete<Fact>()).ToList();

        Assert.DoesNotContain(shapes, shape => shape.GetCustomAttribute<StoredAsAttribute>() is null);
        Assert.Equal(shapes.Count, shapes.Select(shape => shape.GetCustomAttribute<StoredAsAttribute>()!.Name).Distinct().Count());
        Assert.Equal(shapes.OrderBy(shape => shape.Name), StoredShapes.All.OrderBy(shape => shape.Name));
    }

    [Fact]
    public void No_two_forms_and_no_two_shortcuts_share_a_name()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();

        Assert.Empty(Twice(services.GetServices<IForm>().Select(form => form.CallbackId)));
        Assert.Empty(Twice(services.GetServices<IShortcut>().Select(shortcut => shortcut.CallbackId)));
    }

    [Fact]
    public void Each_word_means_one_thing_and_is_written_as_people_type_it()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();

        Assert.Empty(BadUsages([.. services.GetServices<ISubcommand>().Select(subcommand => subcommand.Usage)]));
    }

    [Fact]
    public void A_word_that_means_two_things_is_seen()
    {
        var take = new Usage("take", "", "Take command", Where.InIncident);

        Assert.Equal(["take is used twice."], BadUsages([take, take with { Word = "grab", AlsoSpelled = "take" }]));
        Assert.Equal(["Take now is no word."], BadUsages([take with { Word = "Take now" }]));
        Assert.Equal(["take, grab is no word."], BadUsages([take, take with { Word = "seize", AlsoSpelled = "take, grab" }]));
        Assert.Equal(["take says nothing about itself."], BadUsages([take with { Summary = "" }]));
    }

    /// <summary>What is not written yet is never owed as it is.</summary>
    private static IEnumerable<Type> Concrete<T>() =>
        typeof(BotHost).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract && type != typeof(Unwritten) && type != typeof(InEveryLanguage));

    private static IEnumerable<string> WithoutOneHandler(IEnumerable<Type> shapes, Type handler, IServiceCollection services) =>
        from shape in shapes
        let count = services.Count(service => service.ServiceType == handler.MakeGenericType(shape))
        where count != 1
        select $"{shape.Name} has {count} handlers.";

    private static IEnumerable<string> BadUsages(IReadOnlyList<Usage> usages)
    {
        var words = usages.SelectMany(usage => new[] { usage.Word, usage.AlsoSpelled }).OfType<string>().ToList();
        return Twice(words).Select(word => $"{word} is used twice.")
            .Concat(words.Where(word => word.Length == 0 || word.Any(c => c is < 'a' or > 'z')).Select(word => $"{word} is no word."))
            .Concat(usages.Where(usage => usage.Summary.Length == 0).Select(usage => $"{usage.Word} says nothing about itself."));
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) => names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key);

    private sealed record Unhandled : Effect
    {
        public override string Stream => "";
    }
}
