using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IncidentBot.Tests.Storage;

public sealed class ModelTests
{
    [Fact]
    public async Task The_migrations_make_exactly_the_tables_the_code_describes()
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = await bot.Contexts.CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void A_column_no_migration_makes_is_seen()
    {
        using var grown = new BotDbContext(new DbContextOptionsBuilder<BotDbContext>()
            .UseSqlite("Data Source=:memory:").ReplaceService<IModelCustomizer, WithAMood>().Options);

        Assert.True(grown.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_table_carries_the_workspace()
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = await bot.Contexts.CreateDbContextAsync();

        Assert.All(db.Model.GetEntityTypes(), entity => Assert.NotNull(entity.FindProperty("TeamId")));
    }

    [Fact]
    public async Task Every_acknowledged_request_is_on_the_disk_before_the_answer()
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = await bot.Contexts.CreateDbContextAsync();

        Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync()).Single());
        Assert.Equal(2, (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync()).Single());
    }

    private sealed class WithAMood(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<IncidentRow>().Property<string>("Mood");
        }
    }
}
