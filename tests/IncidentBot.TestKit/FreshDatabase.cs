using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.TestKit;

/// <summary>An SQLite file of its own in a temporary folder, its tables ready: they are made once per process and copied.</summary>
internal sealed class FreshDatabase : IDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly DirectoryInfo folder;

    private FreshDatabase(DirectoryInfo folder) => this.folder = folder;

    public string Path => System.IO.Path.Combine(folder.FullName, "bot.db");

    public static async Task<FreshDatabase> CreateAsync()
    {
        var fresh = new FreshDatabase(Directory.CreateTempSubdirectory("incidentbot-test-"));
        File.Copy(await Template.Value, fresh.Path);
        return fresh;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<string> MakeTemplateAsync()
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("incidentbot-template-").FullName, "template.db");
        await using var services = new ServiceCollection().AddStore(path).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<BotDbContext>>();
        await Store.MigrateAsync(contexts, CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(System.IO.Path.GetDirectoryName(path)!, recursive: true);
        return path;
    }
}
