using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Npgsql;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>A command without a server. Its parameters are the provider's own, which validate their values.</summary>
internal sealed class FakeDbCommand(FakeDatabase database) : DbCommand
{
    // https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
    private const int MostParameters = 2_100;

    private readonly DbCommand real = database.Provider is DatabaseProvider.SqlServer ? new SqlCommand() : new NpgsqlCommand();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => real.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        Ask();
        return 1;
    }

    public override object? ExecuteScalar()
    {
        Ask();
        return 1;
    }

    protected override DbParameter CreateDbParameter() => real.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new FakeDataReader(CommandText, Ask());

    protected override void Dispose(bool disposing)
    {
        real.Dispose();
        base.Dispose(disposing);
    }

    private bool Ask() => Parameters.Count < MostParameters || database.Provider is not DatabaseProvider.SqlServer
        ? database.Asked()
        : throw new InvalidOperationException($"SQL Server takes at most {MostParameters} parameters, not {Parameters.Count}.");
}
