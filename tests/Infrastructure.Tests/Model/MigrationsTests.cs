using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Model;

public sealed class MigrationsTests
{
    public static TheoryData<DatabaseProvider> Providers { get; } = [.. Enum.GetValues<DatabaseProvider>()];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_make_what_the_model_says(DatabaseProvider provider)
    {
        using var context = StoreModel.Open(provider);

        Assert.False(
            context.Database.HasPendingModelChanges(),
            $"The model and the migrations of {provider} differ: run infra/migrations add NAME.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_difference_between_model_and_migrations_is_found(DatabaseProvider provider)
    {
        using var context = StoreModel.Open(provider, options => options.ReplaceService<IModelCustomizer, OneMoreColumn>());

        Assert.True(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_database_sees_its_own_migrations_only(DatabaseProvider provider)
    {
        using var context = StoreModel.Open(provider);
        var migrations = context.GetService<IMigrationsAssembly>();

        Assert.NotEmpty(migrations.Migrations);
        Assert.All(
            migrations.Migrations.Values,
            migration => Assert.EndsWith($".Migrations.{provider}", migration.Namespace, StringComparison.Ordinal));
        Assert.Equal($"RelateBot.Migrations.{provider}.RelateDbContextModelSnapshot", migrations.ModelSnapshot!.GetType().FullName);
        Assert.Equal($"RelateBot.Migrations.{provider}", migrations.Assembly.GetName().Name);
    }

    [Theory]
    [InlineData(DatabaseProvider.SqlServer, "IF NOT EXISTS", "CREATE TABLE [{0}]")]
    [InlineData(DatabaseProvider.PostgreSql, "IF NOT EXISTS", "CREATE TABLE {0}")]
    public void An_administrator_can_have_a_script_that_may_run_twice(DatabaseProvider provider, string guard, string create)
    {
        using var context = StoreModel.Open(provider);

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var tables = context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Contains(string.Format(null, create, table), script, StringComparison.Ordinal));
        Assert.True(Count(script, guard) > tables.Count);
    }

    [Fact]
    public void The_script_for_SQLite_makes_every_table()
    {
        using var context = StoreModel.Open(DatabaseProvider.Sqlite);

        var script = context.GetService<IMigrator>().GenerateScript();

        Assert.All(
            context.Model.GetEntityTypes(),
            entity => Assert.Contains($"CREATE TABLE \"{entity.GetTableName()}\"", script, StringComparison.Ordinal));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private sealed class OneMoreColumn(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<Person>().Property<int>("Planted");
        }
    }
}
