using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>A page of rows, in the order they are read; page 1 is the latest.</summary>
/// <param name="Rows">The rows; none beyond the last page.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Later">How many rows are on the pages before it, which are later.</param>
/// <param name="Earlier">How many rows are on the pages after it, which are earlier.</param>
internal sealed record Page<T>(IReadOnlyList<T> Rows, int Number, int Later, int Earlier)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> read) => new([.. Rows.Select(read)], Number, Later, Earlier);

    /// <summary>The same page read from its other end.</summary>
    public Page<T> Reversed() => this with { Rows = [.. Rows.Reverse()] };
}

internal static class PageQueries
{
    /// <summary>One page of rows that come latest first.</summary>
    public static async Task<Page<T>> PageAsync<T>(this IOrderedQueryable<T> latestFirst, int number, int size, CancellationToken ct)
    {
        var total = await latestFirst.CountAsync(ct);
        var later = Math.Min(total, (number - 1) * size);
        var rows = await latestFirst.Skip(later).Take(size).ToListAsync(ct);
        return new Page<T>(rows, number, later, total - later - rows.Count);
    }
}
