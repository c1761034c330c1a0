using Xunit.Sdk;

namespace IncidentBot.Domain.Tests;

/// <summary>A property tried on many made-up cases. A failure names its seed, and that seed makes the same case again.</summary>
internal static class Seeds
{
    public static void Each(int count, Action<Random> holds)
    {
        for (var seed = 0; seed < count; seed++)
        {
            try
            {
                holds(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new XunitException($"Seed {seed}: {failure.Message}", failure);
            }
        }
    }

    public static T OneOf<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static TimeSpan Between(this Random random, TimeSpan least, TimeSpan most) =>
        TimeSpan.FromTicks(random.NextInt64(least.Ticks, most.Ticks + 1));
}
