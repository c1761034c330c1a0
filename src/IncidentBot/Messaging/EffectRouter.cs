using System.Collections.Concurrent;
using System.Reflection;

namespace IncidentBot.Messaging;

/// <summary>Finds who carries out an effect. Every effect has exactly one handler; a test walks through them.</summary>
internal sealed class EffectRouter(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, Func<Effect, Attempt, CancellationToken, Task<IReadOnlyList<Fact>>>> handlers = new();

    public Task<IReadOnlyList<Fact>> CarryOutAsync(Effect effect, Attempt attempt, CancellationToken ct) =>
        handlers.GetOrAdd(effect.GetType(), Find)(effect, attempt, ct);

    private Func<Effect, Attempt, CancellationToken, Task<IReadOnlyList<Fact>>> Find(Type effect) =>
        typeof(EffectRouter).GetMethod(nameof(Bind), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(effect)
            .CreateDelegate<Func<Func<Effect, Attempt, CancellationToken, Task<IReadOnlyList<Fact>>>>>(this)();

    private Func<Effect, Attempt, CancellationToken, Task<IReadOnlyList<Fact>>> Bind<TEffect>()
        where TEffect : Effect
    {
        var handler = services.GetRequiredService<IEffectHandler<TEffect>>();
        return (effect, attempt, ct) => handler.CarryOutAsync((TEffect)effect, attempt, ct);
    }
}
