using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Persistence.Projections;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>
/// The whole bot with its database on the playground's platform, without a socket. Jobs run every quarter of an hour on a simulated clock,
/// people talk through the pipeline, and messages count as received when they enter the outbox. The same seed gives the same quarter.
/// </summary>
internal sealed class QuarterSimulation : IAsyncDisposable
{
    /// <summary>The days off of the whole organisation.</summary>
    public const string Blackouts = "2027-01-20..2027-01-21, 2027-02-15 US, 2027-02-07..2027-02-09 SA, 2027-03-26 CH, 03-29, "
        + "2027-02-24..2027-02-25";

    private static readonly TimeSpan step = TimeSpan.FromMinutes(15);

    private readonly WebApplication app;
    private readonly string folder;
    private readonly FakeTimeProvider clock;
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> later = new();
    private long lastSequence;
    private long deeds;

    private QuarterSimulation(WebApplication app, string folder, FakeTimeProvider clock) =>
        (this.app, this.folder, this.clock) = (app, folder, clock);

    public Company Company { get; private set; } = null!;

    public List<ReceivedMessage> Heard { get; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Begins on Monday, 11 January 2027; before it ends America, Europe and New Zealand change their clocks.</summary>
    public static async Task<QuarterSimulation> RunAsync(
        int people,
        int days,
        int seed = 6,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2027, 1, 11, 0, 0, 0, TimeSpan.Zero));
        var home = Directory.CreateTempSubdirectory("relatebot-quarter-").FullName;
        var host = RelateBotHost.BuildServices(["--environment", "Testing"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ConnectionStrings:RelateBot"] = $"Data Source={Path.Combine(home, "quarter.db")}",
                ["Playground:Enabled"] = "true",
                ["Organisation:TimeZone"] = "Europe/Zurich",
                ["Organisation:Blackouts"] = Blackouts,
            });
            builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        var quarter = new QuarterSimulation(host, home, time);
        await quarter.LiveAsync(people, days, new Random(seed));
        return quarter;
    }

    /// <summary>Someone sends a request; the answer isn't kept.</summary>
    public Task DoAsync(Colleague who, ChatInput input) => app.Services.GetRequiredService<RequestPipeline>().HandleAsync(
        new ChatRequest
        {
            Workspace = Company.Workspace,
            Sender = new ChatSender(who.Account, who.Name),
            Input = input,
            DeliveryKeys = [$"quarter:{++deeds}"]
        },
        CancellationToken.None);

    /// <summary>Changes something as the roster would.</summary>
    public async Task ChangeAsync(Func<RelateDbContext, Task> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(Company.Workspace.OrganisationId);
        await change(scope.ServiceProvider.GetRequiredService<RelateDbContext>());
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
    }

    /// <summary>An action that someone takes after a while.</summary>
    public void Plan(TimeSpan after, Func<Task> what) => later.Enqueue(what, Now + after);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await using (var last = new SqliteConnection($"Data Source={Path.Combine(folder, "quarter.db")}"))
        {
            SqliteConnection.ClearPool(last);
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task LiveAsync(int people, int days, Random dice)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrator>().PrepareAsync(CancellationToken.None);
        }

        Company = await Company.FoundAsync(app.Services, people, Now, dice);
        var projector = app.Services.GetRequiredService<Projector>();
        await projector.DrainAsync(progress: null, CancellationToken.None);
        var life = new OfficeSimulation(this, dice);
        for (var end = Now.AddDays(days); Now < end; clock.Advance(step))
        {
            await ActAsync(life, projector);
            await WorkAsync();
            (await ReceiveAsync(isOfItself: true)).ForEach(life.TakeNote);
        }
    }

    private async Task ActAsync(OfficeSimulation life, Projector projector)
    {
        var before = deeds;
        while (later.TryPeek(out _, out var at) && at <= Now)
        {
            await later.Dequeue()();
        }

        await life.PassAsync();
        if (deeds > before)
        {
            (await ReceiveAsync(isOfItself: false)).ForEach(life.TakeNote);
        }

        if (Now.Minute == 0)
        {
            await projector.DrainAsync(progress: null, CancellationToken.None);
        }
    }

    private async Task WorkAsync()
    {
        // The others have nothing that is due at a quarter past.
        IJob[] jobs = Now.Minute % 30 == 0 ? [Job<HelpJob>(), Job<PairingJob>(), Job<PromptJob>(), Job<DigestJob>()] : [Job<PromptJob>()];
        foreach (var job in jobs)
        {
            await job.Execute(null!, CancellationToken.None);
        }

        T Job<T>()
            where T : notnull => app.Services.GetRequiredService<T>();
    }

    private async Task<List<ReceivedMessage>> ReceiveAsync(bool isOfItself)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Outbox.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.Sequence > lastSequence).OrderBy(row => row.Sequence).ToListAsync();
        lastSequence = rows.Count == 0 ? lastSequence : rows[^1].Sequence;
        var byId = Company.People.ToDictionary(person => person.Id);
        var news = rows.Where(row => row.PersonId is not null && row.Content is not null && row.TargetId is null)
            .Select(row =>
                new ReceivedMessage(
                    byId[row.PersonId!.Value],
                    row.CreatedAt,
                    isOfItself,
                    row.Purpose,
                    row.ActId,
                    JsonSerializer.Deserialize(row.Content!, ChatJson.Readable.ChatMessage)!)).Select(NameOf).ToList();
        Heard.AddRange(news);
        return news;
    }

    /// <summary>The end of an ask is said under the same purpose as the question how it went.</summary>
    private static ReceivedMessage NameOf(ReceivedMessage heard) =>
        heard is { IsOfItself: true, Purpose: "ask.owner" } && heard.Buttons.All(button => button.Action != AskMessages.NotYetAction)
            ? heard with { Purpose = "ask.expired" }
            : heard;
}
