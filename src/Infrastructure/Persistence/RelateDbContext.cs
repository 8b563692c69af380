using System.Collections.Immutable;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Auditing;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Persistence.Drafts;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.Infrastructure.Roster.Sync;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// The model for all three databases. Every query is filtered to the scope's organisation. Contexts are pooled. Changes are detected once,
/// when they are saved.
/// </summary>
public sealed class RelateDbContext : DbContext, IDataProtectionKeyContext
{
    public RelateDbContext(DbContextOptions<RelateDbContext> options)
        : base(options) => ChangeTracker.AutoDetectChangesEnabled = false;

    /// <summary>The current organisation. While unset, no row of any organisation is visible.</summary>
    public Tenant Tenant { get; set; } = new();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<DepartmentDelegate> DepartmentDelegates => Set<DepartmentDelegate>();

    public DbSet<DepartmentGroup> DepartmentGroups => Set<DepartmentGroup>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<DirectorySync> DirectorySyncs => Set<DirectorySync>();

    public DbSet<Exchange> Exchanges => Set<Exchange>();

    public DbSet<Seconding> Secondings => Set<Seconding>();

    public DbSet<Ask> Asks => Set<Ask>();

    public DbSet<AskHelper> AskHelpers => Set<AskHelper>();

    public DbSet<HelpClaim> HelpClaims => Set<HelpClaim>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<PromptPlan> PromptPlans => Set<PromptPlan>();

    public DbSet<PromptPreference> PromptHabits => Set<PromptPreference>();

    public DbSet<Prompt> Prompts => Set<Prompt>();

    public DbSet<FocusPerson> FocusPeople => Set<FocusPerson>();
    public DbSet<PairingMember> PairingMembers => Set<PairingMember>();

    public DbSet<PairingAvoidance> PairingAvoidances => Set<PairingAvoidance>();

    public DbSet<PairingRound> PairingRounds => Set<PairingRound>();

    public DbSet<PairingGroup> PairingGroups => Set<PairingGroup>();

    public DbSet<PairingSeat> PairingSeats => Set<PairingSeat>();

    public DbSet<Flow> Flows => Set<Flow>();

    public DbSet<DigestSubscription> DigestSubscriptions => Set<DigestSubscription>();

    public DbSet<DashboardVisit> DashboardVisits => Set<DashboardVisit>();

    public DbSet<HelperMonth> HelperMonths => Set<HelperMonth>();

    public DbSet<Tie> Ties => Set<Tie>();

    public DbSet<TieWeek> TieWeeks => Set<TieWeek>();

    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<UnprojectedExchange> UnprojectedExchanges => Set<UnprojectedExchange>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<TeamsAccount> TeamsAccounts => Set<TeamsAccount>();

    public DbSet<TeamsConversationReference> TeamsPlaces => Set<TeamsConversationReference>();

    public DbSet<PlaygroundMessage> PlaygroundMessages => Set<PlaygroundMessage>();

    private Guid OrganisationId => Tenant.OrganisationId;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        RefuseForeignRows();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.DetectChanges();
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<ImmutableArray<string>>().HaveConversion<WordsConverter, WordsComparer>().HaveMaxLength(500);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(16);
        var text = configurationBuilder.Properties<string>().HaveConversion<TextConverter>().HaveMaxLength(200);
        if (ByCodePoint(DatabaseProviders.Of(Database.ProviderName)) is { } collation)
        {
            text.UseCollation(collation);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RelateDbContext).Assembly);
        foreach (var type in modelBuilder.Model
            .GetEntityTypes()
            .Select(entity => entity.ClrType)
            .Where(typeof(IOrganisationScoped).IsAssignableFrom)
            .ToList())
        {
            typeof(RelateDbContext)
                .GetMethod(nameof(FilterToOrganisation),
                    System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        }
    }

    /// <summary>
    /// A collation that compares text exactly, the same in every database: platform ids are case-sensitive, and names are searched by their
    /// keys.
    /// </summary>
    private static string? ByCodePoint(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => "Latin1_General_100_BIN2",
        DatabaseProvider.PostgreSql => "C",
        _ => null,
    };

    private void FilterToOrganisation<T>(ModelBuilder modelBuilder)
        where T : class, IOrganisationScoped =>
        modelBuilder.Entity<T>().HasQueryFilter(entity => entity.OrganisationId == OrganisationId);

    private void RefuseForeignRows()
    {
        foreach (var entry in ChangeTracker.Entries<IOrganisationScoped>())
        {
            if (entry.State is not EntityState.Unchanged && entry.Entity.OrganisationId != OrganisationId)
            {
                throw new InvalidOperationException($"Tried to save a {entry.Metadata.ShortName()} of another organisation.");
            }
        }
    }
}
