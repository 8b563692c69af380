using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>A connection without a server. Every command is recorded and answered by <see cref="FakeDataReader"/>.</summary>
internal sealed class FakeDbConnection(FakeDatabase database) : DbConnection
{
    private ConnectionState state;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "pretended";

    public override string DataSource => "nowhere";

    public override string ServerVersion => "16.0";

    public override ConnectionState State => state;

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName)
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new PretendTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new FakeDbCommand(database) { Connection = this };

    private sealed class PretendTransaction(DbConnection connection, IsolationLevel isolationLevel) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
