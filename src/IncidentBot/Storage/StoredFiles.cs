using System.Text.Json;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Storage;

/// <summary>The files of an entry as one column: few entries have any, and they are never looked for by it.</summary>
internal static class StoredFiles
{
    public static string? Write(EntryFiles files) => files.IsEmpty ? null : JsonSerializer.Serialize(files.All);

    public static EntryFiles Read(string? stored) => stored is null ? EntryFiles.None : EntryFiles.Of(JsonSerializer.Deserialize<List<EntryFile>>(stored)!);
}
