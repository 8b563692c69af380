using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>The bot, not started, on a fake database. Any of its methods can be called with generated arguments.</summary>
internal sealed class FakeHost(FakeDatabase database) : IAsyncDisposable
{
    private readonly WebApplication app = RelateBotHost.Build(["--environment", "Testing", "--Playground:Enabled", "false"], builder =>
    {
        builder.Configuration["Database:Provider"] = database.Provider.ToString();
        builder.Configuration[$"ConnectionStrings:{StoreRegistration.ConnectionName}"] = "Server=nowhere";
        builder.Configuration["Organisation:KudosChannel"] = Example.AnyText;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => Options(database));
    });

    /// <summary>Calls it in a scope of its own and waits for its end.</summary>
    public async Task CallAsync(MethodBase method)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Tenant>().Use(Example.Id);
        var madeUp = new FakeArguments(services);
        var target = method.IsStatic ? null : madeUp.New(method.DeclaringType!);
        await EndAsync(method.Invoke(target, [.. method.GetParameters().Select(parameter => madeUp.Of(parameter.ParameterType))]));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task EndAsync(object? result)
    {
        switch (result)
        {
            case Task task:
                await task;
                break;
            case IAsyncEnumerable<object> several:
                await foreach (var _ in several)
                {
                }

                break;
            case IEnumerable several:
                _ = several.Cast<object>().Count();
                break;
            default:
                if (result?.GetType().GetMethod("AsTask") is { } asTask)
                {
                    await (Task)asTask.Invoke(result, [])!;
                }

                break;
        }
    }

    private static DbContextOptions<RelateDbContext> Options(FakeDatabase database)
    {
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(database.Provider, "").AddInterceptors(NothingIsSaved.Instance, NoClientEvaluation.Instance)
            .ReplaceService<IMigrationsAssembly, NoMigrations>();
        return database.Provider is DatabaseProvider.SqlServer
            ? options.UseSqlServer(new FakeDbConnection(database)).Options
            : options.UseNpgsql(new FakeDbConnection(database)).Options;
    }

    private sealed class NothingIsSaved : SaveChangesInterceptor
    {
        public static NothingIsSaved Instance { get; } = new();

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
    }
}
