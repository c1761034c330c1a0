using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Storage;

public sealed class SingleWriterTests
{
    [Fact]
    public async Task Whoever_is_writing_when_the_end_comes_writes_to_the_end()
    {
        using var database = await FreshDatabase.CreateAsync();
        await using var services = new ServiceCollection().AddStore(database.Path).BuildServiceProvider();
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var contexts = services.GetRequiredService<IDbContextFactory<BotDbContext>>();
        var writer = new SingleWriter(contexts, TimeProvider.System);
        var writing = writer.WriteAsync(
            async db =>
            {
                db.Inbox.Add(new InboxRow { TeamId = "T1", Key = "Ev1", Kind = "x", Body = [] });
                begun.SetResult();
                await goOn.Task;
                return await db.SaveChangesAsync();
            },
            CancellationToken.None);
        await begun.Task;

        var ending = writer.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted);
        goOn.SetResult();
        await ending;

        Assert.Equal(1, await writing);
        await using var db = await contexts.CreateDbContextAsync();
        Assert.Equal("Ev1", (await db.Inbox.SingleAsync()).Key);
    }
}
