using System.Reflection;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// Writes the next migration: dotnet run --project tests/IncidentBot.MigrationTool -- <Name> <path of src/IncidentBot>
if (args is not [var name, var project])
{
    Console.Error.WriteLine("Say the migration's name and the folder of the bot's project.");
    return 2;
}
SqliteRuntime.EnsureInstalled();
using var db = new BotDbContext(new DbContextOptionsBuilder<BotDbContext>().UseSqlite("Data Source=:memory:").Options);
var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
var sqlite = Assembly.Load("Microsoft.EntityFrameworkCore.Sqlite");
var providerServices = (IDesignTimeServices)Activator.CreateInstance(
    sqlite.GetType(sqlite.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName, throwOnError: true)!)!;
providerServices.ConfigureDesignTimeServices(services);
await using var provider = services.BuildServiceProvider();
var scaffolder = provider.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, "IncidentBot", "Storage.Migrations.Sqlite");
var files = scaffolder.Save(project, migration, Path.Combine(project, "Storage", "Migrations", "Sqlite"), dryRun: false);
Console.WriteLine($"{files.MigrationFile}\n{files.MetadataFile}\n{files.SnapshotFile}");
return 0;
