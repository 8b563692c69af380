using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests;

/// <summary>Two departments of six, IT and Sales; in October the one helped the other seven times and was thanked once.</summary>
internal static class DigestMonth
{
    private static readonly DateTimeOffset october = new(2026, 10, 12, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it down, with <paramref name="head"/> as the head of IT.</summary>
    public static async Task RecordAsync(BotUnderTest bot, TimeProvider clock, Guid head)
    {
        await bot.InScopeAsync(await OrganisationAsync(bot), async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            var it = await context.Departments.FirstOrDefaultAsync() ?? Add(context, "IT");
            it.HeadId = head;
            var sales = Add(context, "Sales");
            foreach (var (department, name) in new[] { (it, "IT"), (sales, "Sales") })
            {
                context.People.AddRange(Enumerable
                    .Range(0, 6)
                    .Select(number =>
                        new Person
                        {
                            Id = NewId(),
                            OrganisationId = it.OrganisationId,
                            Name = $"{name} {number}",
                            DepartmentId = department.Id
                        }));
            }

            foreach (var day in Enumerable.Range(0, 7))
            {
                Record(context, Entry(ExchangeKind.Help, it, sales, october.AddDays(day)));
            }

            Record(context, Entry(ExchangeKind.Thanks, sales, it, october));
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
        await bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);

        Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

        Department Add(RelateDbContext context, string name)
        {
            var organisation = context.Organisations.Local.FirstOrDefault() ?? context.Organisations.Single();
            return context.Departments.Add(new Department
            {
                Id = NewId(),
                OrganisationId = organisation.Id,
                Name = name,
                Handle = name.ToLowerInvariant()
            }).Entity;
        }

        Exchange Entry(ExchangeKind kind, Department from, Department to, DateTimeOffset at) => new()
        {
            Id = NewId(),
            OrganisationId = from.OrganisationId,
            ActId = NewId(),
            Kind = kind,
            FromPersonId = NewId(),
            FromDepartmentId = from.Id,
            ToPersonId = NewId(),
            ToDepartmentId = to.Id,
            Note = "a secret", Values = [], Visibility = Visibility.Private, OccurredAt = at, RecordedAt = at, Source = "test",
        };
    }

    private static void Record(RelateDbContext context, Exchange entry)
    {
        context.Exchanges.Add(entry);
        context.UnprojectedExchanges.Add(new UnprojectedExchange { OrganisationId = entry.OrganisationId, ExchangeId = entry.Id });
    }

    private static async Task<Guid> OrganisationAsync(BotUnderTest bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Organisations.IgnoreQueryFilters().SingleAsync()).Id;
    }
}
