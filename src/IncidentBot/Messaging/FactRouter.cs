using System.Collections.Concurrent;

namespace IncidentBot.Messaging;

/// <summary>Finds who acts on a fact we learned ourselves. Every fact has exactly one handler; a test walks through them.</summary>
internal sealed class FactRouter(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, Func<Fact, Turn, CancellationToken, Task>> handlers = new();

    public Task HandleAsync(Fact fact, Turn turn, CancellationToken ct) =>
        handlers.GetOrAdd(fact.GetType(), Find)(fact, turn, ct);

    private Func<Fact, Turn, CancellationToken, Task> Find(Type fact) =>
        typeof(FactRouter).GetMethod(nameof(Bind), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(fact)
            .CreateDelegate<Func<Func<Fact, Turn, CancellationToken, Task>>>(this)();

    private Func<Fact, Turn, CancellationToken, Task> Bind<TFact>()
        where TFact : Fact
    {
        var handler = services.GetRequiredService<IFactHandler<TFact>>();
        return (fact, turn, ct) => handler.HearAsync((TFact)fact, turn, ct);
    }
}
